import type { SnapshotDiff, TotalChange } from '../../../../functions/contract/snapshot.ts'
import { formatDay, formatMoney } from '../../format/format.ts'
import { kindTexts, t } from '../../messages/ledger.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { Badge, Card } from '../../ui/card.tsx'
import { type Column, Table } from '../../ui/table.tsx'

type UploadsProps = { view: View; title: string; none: string; uploads: SnapshotDiff['uploadsAdded'] }

export function DiffUploads({ view, title, none, uploads }: UploadsProps) {
  return (
    <Card title={title}>
      {uploads.length === 0 ? (
        <p class="quiet small">{none}</p>
      ) : (
        <ul class="upload-list">
          {uploads.map(({ id, filename, kind }) => (
            <li key={id}>
              <a href={hrefOf(`/uploads/${id}`, view)} dir="auto">
                {filename}
              </a>{' '}
              <Badge>{kindTexts[kind]}</Badge>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

export function DiffTotals({ totals }: { totals: readonly TotalChange[] }) {
  return (
    <Card title={t('byCurrency')} note={t('byCurrencyNote')}>
      <Table
        cards
        caption={t('byCurrency')}
        columns={[{ id: 'measure', header: t('measure'), cell: measureOf }, ...amountColumns]}
        rows={totals}
        keyOf={({ measure, currency }) => `${measure} ${currency}`}
      />
    </Card>
  )
}

type MonthChange = TotalChange & { month: string }

export function DiffMonths({ months }: { months: SnapshotDiff['months'] }) {
  const rows = months.flatMap(({ month, changes }): MonthChange[] => changes.map((change) => ({ month, ...change })))
  const columns: Column<MonthChange>[] = [
    { id: 'month', header: t('month'), cell: ({ month }) => formatDay(month) },
    { id: 'measure', header: t('measure'), cell: measureOf },
    ...amountColumns,
  ]
  return (
    <Card title={t('byMonth')} note={t('byMonthNote')}>
      <Table
        cards
        caption={t('byMonth')}
        columns={columns}
        rows={rows}
        keyOf={({ month, measure, currency }) => `${month} ${measure} ${currency}`}
      />
    </Card>
  )
}

const measureOf = ({ measure, currency }: TotalChange): string => `${t(measure)}, ${currency}`

const amountColumns: Column<TotalChange>[] = [
  {
    id: 'before',
    header: t('before'),
    align: 'end',
    cell: ({ beforeMinor, currency }) => formatMoney(beforeMinor, currency),
  },
  {
    id: 'after',
    header: t('after'),
    align: 'end',
    cell: ({ afterMinor, currency }) => formatMoney(afterMinor, currency),
  },
  {
    id: 'difference',
    header: t('difference'),
    align: 'end',
    cell: ({ beforeMinor, afterMinor, currency }) => formatMoney(afterMinor - beforeMinor, currency, 'change'),
  },
]
