import type { Plan, PlanSplit } from '../../../../functions/contract/plan.ts'
import type { ChartTheme } from '../../charts/chart-theme.ts'
import type { ChartSpec } from '../../charts/mount-chart.ts'
import { currencyExponent } from '../../format/currency-exponents.ts'
import { formatMoney } from '../../format/format.ts'
import { t } from '../../messages/planner.ts'
import { writeOutcome } from './to-plan-rows.ts'

type Curves = NonNullable<Plan['curves']>

const tiers = ['micro', 'macro'] as const
const labels = { micro: t('curveMicro'), macro: t('curveMacro') }
const marks = { micro: 'circle', macro: 'rectRot' } as const
const untried = [6, 5]

/** Both curves over spend: solid where it was tried, dashed elsewhere, with a mark for each split. */
export function curveSpec(plan: Plan, curves: Curves): ChartSpec<'line'> {
  const { currency, query } = plan
  const unit = 10 ** currencyExponent(currency)
  const outcomeUnit = query.goal === 'revenue' ? unit : 1
  const campaignMonths = query.campaigns * query.months
  const outcome = (value: number): string => writeOutcome(value * outcomeUnit, query.goal, currency)
  const markOf = (split: PlanSplit | null, tier: (typeof tiers)[number]) => {
    const side = split?.[tier]
    if (!side || side.outcome === null) return []
    return [{ x: side.monthlyMinor / unit, y: side.outcome / campaignMonths / outcomeUnit }]
  }
  const colours = (theme: ChartTheme) => ({ micro: theme.micro, macro: theme.macro })
  return {
    kind: 'line',
    data: (theme) => ({
      datasets: tiers.flatMap((tier) => {
        const colour = colours(theme)[tier]
        const { points } = curves[tier]
        const line = {
          label: labels[tier],
          data: points.map(({ spendMinor, outcome: value }) => ({ x: spendMinor / unit, y: value / outcomeUnit })),
          borderColor: colour,
          borderWidth: 2.5,
          pointRadius: 0,
          pointHitRadius: 8,
          segment: {
            borderDash: ({ p0DataIndex, p1DataIndex }: { p0DataIndex: number; p1DataIndex: number }) =>
              points[p0DataIndex]?.seen && points[p1DataIndex]?.seen ? undefined : untried,
          },
        }
        const mark = (split: PlanSplit | null, name: string, fill: string) => ({
          label: `${labels[tier]}, ${name}`,
          data: markOf(split, tier),
          showLine: false,
          pointStyle: marks[tier],
          pointRadius: 7,
          pointHoverRadius: 8,
          borderWidth: 2.5,
          borderColor: colour,
          backgroundColor: fill,
        })
        return [mark(plan.proposed, t('proposed'), colour), mark(plan.current, t('current'), theme.card), line]
      }),
    }),
    options: (theme) => ({
      interaction: { mode: 'nearest', intersect: false },
      scales: {
        x: {
          type: 'linear',
          min: 0,
          title: { display: true, text: t('spendAxis') },
          border: { color: theme.line },
          grid: { display: false },
          ticks: { maxTicksLimit: 6, callback: (value) => formatMoney(Number(value) * unit, currency, 'compact') },
        },
        y: {
          min: 0,
          border: { display: false },
          ticks: { maxTicksLimit: 6, callback: (value) => outcome(Number(value)) },
        },
      },
      plugins: {
        tooltip: {
          callbacks: {
            title: ([item]) => formatMoney((item?.parsed.x ?? 0) * unit, currency, 'whole'),
            label: ({ dataset, parsed }) => ` ${dataset.label}: ${outcome(parsed.y ?? 0)}`,
          },
        },
      },
    }),
  }
}
