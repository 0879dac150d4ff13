import type { ComponentChildren } from 'preact'
import type { SnapshotDiff } from '../../../../functions/contract/snapshot.ts'
import { t } from '../../messages/ledger.ts'
import type { View } from '../../state/view.ts'
import { Card } from '../../ui/card.tsx'
import { Empty } from '../../ui/states.tsx'
import { MonthChangesTable } from '../closing/month-changes-table.tsx'
import { DiffMonths, DiffTotals, DiffUploads } from './diff-parts.tsx'
import './snapshots.css'

type BodyProps = {
  view: View
  diff: SnapshotDiff
  /** Between the totals and the months. */
  children?: ComponentChildren
}

/** What two states of the books do not share: uploads, settings, totals and months. */
export function DiffBody({ view, diff, children }: BodyProps) {
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
      {children}
      {diff.months.length > 0 && <DiffMonths months={diff.months} />}
      {diff.reported.length > 0 && (
        <Card title={t('byReported')} note={t('byReportedNote')}>
          <MonthChangesTable caption={t('byReported')} months={diff.reported} />
        </Card>
      )}
    </>
  )
}
