import { useMemo } from 'preact/hooks'
import type { Estimate, MetricName, Report, Tier, TierName } from '../../../../functions/contract/report.ts'
import { ChartCard, TierLegend } from '../../charts/chart-card.tsx'
import { hatch } from '../../charts/chart-theme.ts'
import type { ChartSpec } from '../../charts/mount-chart.ts'
import { drawRanges, drawValues } from '../../charts/overlays.ts'
import { formatCount, formatMetric, isTooWide } from '../../format/format.ts'
import { metricTexts, tierTexts } from '../../messages/metrics.ts'
import { t } from '../../messages/overview.ts'
import { Definition } from '../../ui/definition.tsx'
import type { Column } from '../../ui/table.tsx'
import { formatTick } from './format-tick.ts'
import { pointOf, sayEstimate } from './say-estimate.ts'

type Row = { tier: TierName | 'all'; name: string; of: Tier; value: Estimate; before: Estimate | null }

/** The compared metric of every tier that has rows, with its range where it has one. */
export function TiersCard({ report }: { report: Report }) {
  const { currency, comparison } = report
  const { metric } = comparison
  const rows = useMemo(() => toRows(report), [report])
  const spec = useMemo(() => toSpec(rows, metric, currency), [rows, metric, currency])
  const { name, meaning } = metricTexts[metric]
  const title = t('byTierTitle', { metric: name })
  const say = (estimate: Estimate): string => sayEstimate(metric, estimate, currency)
  const columns: Column<Row>[] = [
    { id: 'tier', header: t('tier'), cell: (row) => row.name },
    { id: 'value', header: name, align: 'end', cell: ({ value }) => say(value) },
    ...(report.compared
      ? [{ id: 'before', header: t('before'), align: 'end' as const, cell: ({ before }: Row) => before && say(before) }]
      : []),
    { id: 'creators', header: t('creators'), align: 'end', cell: ({ of }) => formatCount(of.creators) },
  ]
  const ranged = rows.some(({ value }) => value.kind === 'interval')
  return (
    <ChartCard
      title={title}
      heading={<Definition meaning={meaning}>{title}</Definition>}
      note={t(ranged ? 'byTierRanges' : 'byTierNote')}
      legend={<TierLegend others />}
      spec={spec}
      summary={t('byTierSummary', {
        metric: name,
        values: rows.map((row) => t('tierValue', { tier: row.name.toLowerCase(), value: say(row.value) })).join(', '),
      })}
      table={{ columns, rows, keyOf: ({ tier }) => tier }}
    />
  )
}

/** The two that are compared always; the others where they have rows. */
function toRows({ tiers, compared, comparison }: Report): Row[] {
  const names = (['nano', 'micro', 'macro', 'unknown', 'all'] as const).filter(
    (tier) => tier === 'micro' || tier === 'macro' || tier === 'all' || tiers[tier].creators > 0,
  )
  return names.map((tier) => ({
    tier,
    name: tier === 'all' ? t('tierAll') : tierTexts[tier],
    of: tiers[tier],
    value: tiers[tier].metrics[comparison.metric],
    before: compared?.tiers[tier].metrics[comparison.metric] ?? null,
  }))
}

function toSpec(rows: readonly Row[], metric: MetricName, currency: string): ChartSpec<'bar'> {
  const ranges = rows.flatMap(({ value }, row) =>
    value.kind === 'interval' && !isTooWide(value) ? [{ row, ...value }] : [],
  )
  return {
    kind: 'bar',
    data: (theme) => ({
      labels: rows.map(({ name }) => name),
      datasets: [
        {
          data: rows.map(({ value }) => pointOf(value)),
          backgroundColor: rows.map(({ tier }) =>
            tier === 'micro' ? theme.micro : tier === 'macro' ? hatch(theme.macro, theme.card) : theme.neutral,
          ),
          borderRadius: 5,
          maxBarThickness: 34,
        },
      ],
    }),
    options: (theme) => ({
      indexAxis: 'y',
      layout: { padding: { right: 64 } },
      scales: {
        x: {
          beginAtZero: true,
          suggestedMax: Math.max(0, ...ranges.map(({ high }) => high)),
          border: { display: false },
          ticks: { maxTicksLimit: 6, maxRotation: 0, callback: (value) => formatTick(metric, Number(value), currency) },
        },
        y: { grid: { display: false }, border: { color: theme.line } },
      },
      plugins: {
        tooltip: {
          callbacks: { label: ({ parsed }) => ` ${formatMetric(metric, parsed.x ?? 0, currency)}` },
        },
      },
    }),
    overlay: (chart, theme) => {
      drawRanges(chart, theme, ranges)
      drawValues(
        chart,
        theme,
        rows.map(({ value }) =>
          value.kind === 'unavailable'
            ? { at: 0, text: sayEstimate(metric, value, currency) }
            : {
                at: Math.max(0, value.kind === 'interval' && !isTooWide(value) ? value.high : value.point),
                text: formatMetric(metric, value.point, currency),
              },
        ),
      )
    },
  }
}
