import { useMemo } from 'preact/hooks'
import type { Plan, PlanSplit } from '../../../../functions/contract/plan.ts'
import { ChartCanvas } from '../../charts/chart.tsx'
import { TierLegend } from '../../charts/chart-card.tsx'
import { hatch } from '../../charts/chart-theme.ts'
import type { ChartSpec } from '../../charts/mount-chart.ts'
import { drawPatch, inChart, patchWidth } from '../../charts/overlays.ts'
import { currencyExponent } from '../../format/currency-exponents.ts'
import { formatMoney, formatShare } from '../../format/format.ts'
import { t } from '../../messages/planner.ts'
import { Card } from '../../ui/card.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { type PlanRow, saySplit, toPlanRows } from './to-plan-rows.ts'

const tiers = ['micro', 'macro'] as const

/** Who gets what now and then, and what that means: outcome, the next conversion, creators. */
export function SplitCard({ plan, current }: { plan: Plan; current: PlanSplit }) {
  const { proposed } = plan
  const title = proposed ? t('splitTitle') : t('splitTitleKeep')
  const spec = useMemo(() => toSpec(plan, current), [plan])
  const summary = proposed
    ? t('splitSummary', { current: saySplit(current), proposed: saySplit(proposed) })
    : t('splitSummaryKeep', { current: saySplit(current) })
  const columns: Column<PlanRow>[] = [
    { id: 'label', header: t('figure'), cell: ({ label }) => label },
    { id: 'current', header: t('current'), align: 'end', cell: (row) => row.current },
    ...(proposed
      ? ([
          { id: 'proposed', header: t('proposed'), align: 'end', cell: (row) => row.proposed },
          { id: 'change', header: t('difference'), align: 'end', cell: (row) => row.change },
        ] satisfies Column<PlanRow>[])
      : []),
  ]
  return (
    <Card wide title={title} note={t('splitNote')} aside={<TierLegend />}>
      <div class="plan-bars">
        <ChartCanvas spec={spec} label={summary} heightRem={proposed ? 9 : 5.5} />
      </div>
      <Table
        cards={proposed !== null}
        caption={title}
        columns={columns}
        rows={toPlanRows(plan)}
        keyOf={({ id }) => id}
      />
    </Card>
  )
}

function toSpec({ currency, proposed }: Plan, current: PlanSplit): ChartSpec<'bar'> {
  const unit = 10 ** currencyExponent(currency)
  const splits = proposed ? [current, proposed] : [current]
  return {
    kind: 'bar',
    data: (theme) => ({
      labels: [t('current'), t('proposed')].slice(0, splits.length),
      datasets: tiers.map((tier) => ({
        label: t(tier),
        data: splits.map((split) => split[tier].spendMinor / unit),
        backgroundColor: tier === 'micro' ? theme.micro : hatch(theme.macro, theme.card),
        borderColor: theme.card,
        borderWidth: 1,
        borderRadius: 5,
        maxBarThickness: 46,
      })),
    }),
    options: () => ({
      indexAxis: 'y',
      interaction: { mode: 'index', axis: 'y', intersect: false },
      scales: {
        x: { stacked: true, display: false, min: 0 },
        y: { stacked: true, grid: { display: false }, border: { display: false } },
      },
      plugins: {
        tooltip: {
          callbacks: {
            label: ({ dataset, parsed }) =>
              ` ${dataset.label}: ${formatMoney((parsed.x ?? 0) * unit, currency, 'whole')}`,
          },
        },
      },
    }),
    overlay: (chart, theme) =>
      inChart(chart, theme, (pen) => {
        for (const [at, tier] of tiers.entries())
          chart.getDatasetMeta(at).data.forEach((bar, row) => {
            const { x, y, base } = bar.getProps(['x', 'y', 'base'] as never[], true) as Record<string, number>
            const text = formatShare(splits[row]?.[tier].share ?? 0)
            const wide = (x ?? 0) - (base ?? 0)
            if (wide > patchWidth(pen, text) + 12) drawPatch(pen, theme, text, (base ?? 0) + 8, y ?? 0)
          })
      }),
  }
}
