import type { ComponentChildren } from 'preact'
import { t } from '../messages/charts.ts'
import { Card } from '../ui/card.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { TierMark } from '../ui/tier-mark.tsx'
import { ChartCanvas } from './chart.tsx'
import type { ChartKind, ChartSpec } from './mount-chart.ts'

type ChartCardProps<K extends ChartKind, R> = {
  title: string
  note?: ComponentChildren
  spec: ChartSpec<K>
  /** What the chart says, in a sentence: shown below it and read instead of it. */
  summary: string
  /** The drawn numbers. */
  table: { columns: Column<R>[]; rows: readonly R[]; keyOf: (row: R) => string }
  legend?: ComponentChildren
  heightRem?: number
  wide?: boolean
}

/** A chart with all that belongs to it: title, legend, what it says in words, and its numbers as a table. */
export function ChartCard<K extends ChartKind, R>(props: ChartCardProps<K, R>) {
  const { title, note, spec, summary, table, legend, heightRem, wide = false } = props
  return (
    <Card title={title} note={note} wide={wide} aside={legend ?? <TierLegend />}>
      <ChartCanvas spec={spec} label={summary} {...(heightRem === undefined ? {} : { heightRem })} />
      <div class="chart-more">
        <p>{summary}</p>
        <details>
          <summary>{t('asTable')}</summary>
          <Table caption={title} {...table} />
        </details>
      </div>
    </Card>
  )
}

export function TierLegend() {
  return (
    <ul class="legend">
      <li>
        <TierMark tier="micro" /> {t('micro')}
      </li>
      <li>
        <TierMark tier="macro" /> {t('macro')}
      </li>
    </ul>
  )
}
