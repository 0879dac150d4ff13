import type { SnapshotSummary } from '../../../../functions/contract/snapshot.ts'
import { useSnapshots } from '../../api/use-ledger.ts'
import type { PageProps } from '../../app/routes.ts'
import { formatInstant } from '../../format/format.ts'
import { actionTexts, t } from '../../messages/ledger.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Answered } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'

export function SnapshotsPage({ view }: PageProps) {
  const answer = useSnapshots(view.workspace)
  return (
    <div class="page">
      <PageHead title={t('snapshots')} />
      <Answered answer={answer}>
        {({ snapshots }) => (
          <Card title={t('snapshots')} note={t('snapshotsNote')}>
            <Table
              caption={t('snapshots')}
              columns={columnsOf(view)}
              rows={snapshots}
              keyOf={({ number }) => String(number)}
            />
          </Card>
        )}
      </Answered>
    </div>
  )
}

function columnsOf(view: View): Column<SnapshotSummary>[] {
  return [
    {
      id: 'number',
      header: t('number'),
      cell: ({ number }) => <a href={hrefOf('/', { ...view, snapshot: number, preview: null })}>{number}</a>,
    },
    {
      id: 'change',
      header: t('change'),
      cell: ({ action, filename }) => (
        <span dir="auto">{filename === null ? actionTexts[action] : `${actionTexts[action]}: ${filename}`}</span>
      ),
    },
    { id: 'at', header: t('at'), cell: ({ committedAt }) => formatInstant(committedAt) },
    { id: 'by', header: t('by'), cell: ({ committedBy }) => committedBy },
    {
      id: 'diff',
      header: t('compareWithBefore'),
      cell: ({ number }) =>
        number > 0 && <a href={hrefOf(`/snapshots/${number - 1}/diff/${number}`, view)}>{t('compareWithBefore')}</a>,
    },
  ]
}
