import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { t } from '../messages/charts.ts'
import { Card } from '../ui/card.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { TierMark } from '../ui/tier-mark.tsx'
import { ChartCanvas } from './chart.tsx'
import type { ChartKind, ChartSpec } from './mount-chart.ts'

type ChartCardProps<K extends ChartKind, R> = {
  title: string
  /** Stands in place of the title, where it can be pointed at for its meaning. */
  heading?: ComponentChildren
  note?: ComponentChildren
  spec: ChartSpec<K>
  /** What the chart says, in a sentence: shown below it and read instead of it. */
  summary: string
  /** The drawn numbers. */
  table: { columns: Column<R>[]; rows: readonly R[]; keyOf: (row: R) => string }
  legend?: ComponentChildren
  heightRem?: number
  wide?: boolean
  /** Below the summary: what else belongs to the chart. */
  children?: ComponentChildren
}

/** A chart with all that belongs to it: title, legend, what it says in words, and its numbers as a table. */
export function ChartCard<K extends ChartKind, R>(props: ChartCardProps<K, R>) {
  const { title, heading, note, spec, summary, table, legend, heightRem, wide = false, children } = props
  // Drawn when it is opened: a thousand rows nobody looks at would cost every reader their layout.
  const [open, setOpen] = useState(false)
  return (
    <Card title={heading ?? title} note={note} wide={wide} aside={legend ?? <TierLegend />}>
      <ChartCanvas spec={spec} label={summary} {...(heightRem === undefined ? {} : { heightRem })} />
      <div class="chart-more">
        <p>{summary}</p>
        {children}
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{t('asTable')}</summary>
          {open && <Table caption={title} {...table} />}
        </details>
      </div>
    </Card>
  )
}

/** `others`: the chart draws the remaining tiers too. */
export function TierLegend({ others = false }: { others?: boolean }) {
  return (
    <ul class="legend">
      <li>
        <TierMark tier="micro" /> {t('micro')}
      </li>
      <li>
        <TierMark tier="macro" /> {t('macro')}
      </li>
      {others && (
        <li>
          <span class="mark mark-other" /> {t('others')}
        </li>
      )}
    </ul>
  )
}
