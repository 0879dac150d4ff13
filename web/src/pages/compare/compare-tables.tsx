import type { Report } from '../../../../functions/contract/report.ts'
import { t } from '../../messages/compare.ts'
import { metricTexts } from '../../messages/metrics.ts'
import { Card } from '../../ui/card.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { type CompareRow, toMetricRows, toRatioRows, toSumRows } from './to-compare-rows.ts'

/** The figures of both sides, line by line. */
export function CompareTables({ own, other }: { own: Report; other: Report }) {
  return (
    <>
      <Figures title={t('ratios')} note={noteOf(own, other)} rows={toRatioRows(own, other)} />
      <Figures title={t('metrics')} note={t('metricsNote')} rows={toMetricRows(own, other)} />
      <Figures title={t('sums')} note={t('sumsNote')} rows={toSumRows(own, other)} />
    </>
  )
}

function noteOf(own: Report, other: Report): string {
  const [a, b] = [metricTexts[own.comparison.metric].name, metricTexts[other.comparison.metric].name]
  return a === b ? t('ratiosNote', { metric: a }) : t('ratiosNoteBoth', { own: a, other: b })
}

function Figures({ title, note, rows }: { title: string; note: string; rows: readonly CompareRow[] }) {
  return (
    <Card title={title} note={note}>
      <Table cards caption={title} columns={columns} rows={rows} keyOf={({ figure }) => figure} />
    </Card>
  )
}

const columns: Column<CompareRow>[] = [
  { id: 'figure', header: t('figure'), cell: ({ figure }) => figure },
  { id: 'own', header: t('own'), align: 'end', cell: ({ own }) => own },
  { id: 'other', header: t('other'), align: 'end', cell: ({ other }) => other },
  { id: 'difference', header: t('difference'), align: 'end', cell: ({ difference }) => difference },
]
