import type { Plan, PlanSplit } from '../../../../functions/contract/plan.ts'
import type { ScenarioPlan } from '../../../../functions/contract/scenario.ts'
import { formatMoney, formatRange, formatShare } from '../../format/format.ts'
import { t, verdictTexts } from '../../messages/planner.ts'
import { saySplit, toPlanRows } from './to-plan-rows.ts'

/** One line of two plans side by side. */
export type ComparedRow = { label: string; left: string; right: string }

/** What two saved plans ask and answer, line by line. What only one of them knows, the other lacks. */
export function toComparedRows(left: ScenarioPlan, right: ScenarioPlan): ComparedRow[] {
  const [a, b] = [linesOf(left), linesOf(right)]
  const textIn = (lines: readonly Line[], label: string): string =>
    lines.find((line) => line.label === label)?.text ?? t('noValue')
  return [...new Set([...a, ...b].map(({ label }) => label))].map((label) => ({
    label,
    left: textIn(a, label),
    right: textIn(b, label),
  }))
}

type Line = { label: string; text: string }

function linesOf({ scenario, plan }: ScenarioPlan): Line[] {
  const { query, currency, gain, current, proposed } = plan
  const split = (of: PlanSplit | null): string => (of ? saySplit(of) : t('noValue'))
  const signed = (value: number): string => formatShare(value, { digits: 1, signed: true })
  const lines: Line[] = [
    { label: t('answer'), text: verdictTexts[plan.verdict] },
    {
      label: t('ofBudget'),
      text: query.budgetMinor === null ? t('noValue') : formatMoney(query.budgetMinor, currency, 'whole'),
    },
    { label: t('forGoal'), text: t(query.goal) },
    { label: t('forMonths'), text: t('times', { campaigns: query.campaigns, months: query.months }) },
    { label: t('ofRange'), text: query.from && query.to ? formatRange(query.from, query.to) : t('allData') },
    { label: t('ofFilters'), text: sayFilters(plan) },
    { label: t('ofSnapshot'), text: String(scenario.query.snapshot) },
    { label: t('currentOf'), text: split(current) },
    { label: t('proposedOf'), text: split(proposed) },
    {
      label: t('gainOf'),
      text: gain
        ? `${signed(gain.share.point)} (${t('range', { low: signed(gain.share.low), high: signed(gain.share.high) })})`
        : t('noValue'),
    },
  ]
  const figures = toPlanRows(plan).map(({ label, current, proposed }) => ({
    label,
    text: plan.proposed ? t('fromTo', { from: current, to: proposed }) : current,
  }))
  return [...lines, ...figures]
}

function sayFilters({ query }: Plan): string {
  const { campaign, creator, brand, platform, niche, region, objective } = query
  const values = [campaign, creator, brand, platform, niche, region, objective].flat()
  return values.length === 0 ? t('noFilters') : values.join(', ')
}
