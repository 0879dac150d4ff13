import type { SnapshotDiff } from '../../../../functions/contract/snapshot.ts'
import { isUnknown } from '../../api/api-problem.ts'
import { useDiff } from '../../api/use-ledger.ts'
import type { PageProps } from '../../app/routes.ts'
import { t } from '../../messages/ledger.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Answered, Empty } from '../../ui/states.tsx'
import { MonthChangesTable } from '../closing/month-changes-table.tsx'
import { DiffMonths, DiffTotals, DiffUploads } from './diff-parts.tsx'
import { Headlines } from './headlines.tsx'
import './snapshots.css'

export function DiffPage({ view, parameters }: PageProps) {
  const { before = '', after = '' } = parameters
  const answer = useDiff(view.workspace, before, after)
  const actions = (
    <>
      <ButtonLink href={hrefOf(`/snapshots/${after}/diff/${before}`, view)}>{t('swap')}</ButtonLink>
      <ButtonLink href={hrefOf('/snapshots', view)}>{t('toSnapshots')}</ButtonLink>
    </>
  )
  if (answer.data === undefined && isUnknown(answer.problem)) {
    return (
      <Empty
        level={1}
        title={t('unknownSnapshot')}
        action={<ButtonLink href={hrefOf('/snapshots', view)}>{t('toSnapshots')}</ButtonLink>}
      >
        {t('unknownSnapshotText', { before, after })}
      </Empty>
    )
  }
  return (
    <div class="page">
      <PageHead title={t('diff', { before, after })} under={t('snapshots')} actions={actions}>
        {t('diffIntro', { before, after })}
      </PageHead>
      <Answered answer={answer}>
        {(diff) =>
          diff.before === diff.after ? (
            <Empty title={t('sameSnapshot')}>{t('sameSnapshotText')}</Empty>
          ) : (
            <Diff view={view} diff={diff} />
          )
        }
      </Answered>
    </div>
  )
}

function Diff({ view, diff }: { view: View; diff: SnapshotDiff }) {
  const also = (['directory', 'fx', 'settings'] as const)
    .filter((part) => diff[`${part}Changed`])
    .map((part) => t(part))
  return (
    <>
      {also.length > 0 && <p class="quiet">{t('alsoChanged', { what: also.join(', ') })}</p>}
      <div class="cards">
        <DiffUploads view={view} title={t('uploadsAdded')} none={t('noneAdded')} uploads={diff.uploadsAdded} />
        <DiffUploads view={view} title={t('uploadsRemoved')} none={t('noneRemoved')} uploads={diff.uploadsRemoved} />
      </div>
      {diff.totals.length === 0 && diff.reported.length === 0 && (
        <Empty title={t('noChange')}>{t('noChangeText')}</Empty>
      )}
      {diff.totals.length > 0 && <DiffTotals totals={diff.totals} />}
      <Headlines view={view} before={diff.before} after={diff.after} />
      {diff.months.length > 0 && <DiffMonths months={diff.months} />}
      {diff.reported.length > 0 && (
        <Card title={t('byReported')} note={t('byReportedNote')}>
          <MonthChangesTable caption={t('byReported')} months={diff.reported} />
        </Card>
      )}
    </>
  )
}
