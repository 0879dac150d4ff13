import { useMemo } from 'preact/hooks'
import type { Plan } from '../../../../functions/contract/plan.ts'
import { ChartCard } from '../../charts/chart-card.tsx'
import { formatMoney, formatRatio } from '../../format/format.ts'
import { goalTexts, t } from '../../messages/planner.ts'
import type { Column } from '../../ui/table.tsx'
import { curveSpec } from './curve-spec.ts'
import { writeOutcome } from './to-plan-rows.ts'

type CurveRow = { key: string; tier: 'micro' | 'macro'; spendMinor: number; outcome: number; seen: boolean }

/** The response curves: what a campaign-month of each tier brings for what it costs. */
export function CurvesCard({ plan, curves }: { plan: Plan; curves: NonNullable<Plan['curves']> }) {
  const { currency, query } = plan
  const spec = useMemo(() => curveSpec(plan, curves), [plan])
  const twice = (slope: number): string => formatRatio(2 ** slope)
  const { micro, macro } = curves
  const columns: Column<CurveRow>[] = [
    { id: 'tier', header: t('figure'), cell: ({ tier }) => t(tier) },
    {
      id: 'spend',
      header: t('spend'),
      align: 'end',
      cell: ({ spendMinor }) => formatMoney(spendMinor, currency, 'whole'),
    },
    {
      id: 'outcome',
      header: t(query.goal),
      align: 'end',
      cell: ({ outcome, seen }) => {
        const value = writeOutcome(outcome, query.goal, currency)
        return seen ? value : t('guessed', { value })
      },
    },
  ]
  const rows = (['micro', 'macro'] as const).flatMap((tier) =>
    curves[tier].points.map((point): CurveRow => ({ key: `${tier} ${point.spendMinor}`, tier, ...point })),
  )
  return (
    <ChartCard
      wide
      title={t('curvesTitle')}
      note={t('curvesNote')}
      spec={spec}
      heightRem={20}
      summary={t('curvesSummary', {
        goal: goalTexts[query.goal],
        micro: twice(micro.slope.point),
        microLow: twice(micro.slope.low),
        microHigh: twice(micro.slope.high),
        macro: twice(macro.slope.point),
        macroLow: twice(macro.slope.low),
        macroHigh: twice(macro.slope.high),
      })}
      table={{ columns, rows, keyOf: ({ key }) => key }}
    />
  )
}
