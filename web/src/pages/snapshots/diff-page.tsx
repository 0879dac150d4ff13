import { isUnknown } from '../../api/api-problem.ts'
import { useDiff } from '../../api/use-ledger.ts'
import type { PageProps } from '../../app/routes.ts'
import { t } from '../../messages/ledger.ts'
import { hrefOf } from '../../state/use-view.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Answered, Empty } from '../../ui/states.tsx'
import { DiffBody } from './diff-body.tsx'
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
            <DiffBody view={view} diff={diff}>
              <Headlines view={view} before={diff.before} after={diff.after} />
            </DiffBody>
          )
        }
      </Answered>
    </div>
  )
}
