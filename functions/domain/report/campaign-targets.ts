import {
  type CampaignTarget,
  type Metrics,
  type ReportQuery,
  type TargetCount,
  TargetMetric,
} from '../../contract/report.ts'
import type { CampaignFacts } from '../ledger/directory.ts'
import { currencyExponent } from '../money/currency.ts'
import type { BooksView } from './books-view.ts'
import { listEntries } from './list-entries.ts'
import { unavailable } from './metrics.ts'
import type { ScopedDays } from './scan-cells.ts'

/** Returns reach their target from below; all others are costs, which stay within it. */
const returns: readonly TargetMetric[] = ['roas', 'roi']

/**
 * A campaign's targets, held against its figures (null: not held against any). A target without a currency is in the
 * reporting one.
 */
export function campaignTargets(
  facts: Pick<CampaignFacts, 'currency' | 'targets'>,
  metrics: Metrics | null,
  reportingCurrency: string,
): CampaignTarget[] {
  const currency = (facts.currency ?? reportingCurrency) as CampaignTarget['currency']
  return TargetMetric.options.flatMap((metric) => {
    const text = facts.targets[metric]
    if (text === undefined) return []
    const isReturn = returns.includes(metric)
    const point = pointOf(text, isReturn ? 0 : (currencyExponent(currency) ?? 2))
    const figure = metrics?.[metric] ?? unavailable('not-assessed')
    const comparable = figure.kind !== 'unavailable' && (isReturn || currency === reportingCurrency)
    const met = comparable ? (isReturn ? figure.point >= point : figure.point <= point) : null
    return [{ metric, point, currency, met }]
  })
}

/** Read in one step: `0.29` times 100 would be less than 29. */
const pointOf = (decimal: string, digits: number): number => Number(`${decimal}e${digits}`)

/** Whether figures are of a part of each campaign only: a target is for the whole. */
export function isPartial({ creator, platform, niche, region, tier }: ReportQuery): boolean {
  return [creator, platform, niche, region, tier].some((values) => values.length > 0)
}

/** How many campaigns of a range reach their targets. The cells are read again only where a campaign has one. */
export function countTargets(
  view: BooksView,
  range: ScopedDays | null,
  query: ReportQuery,
  reportingCurrency: string,
): TargetCount[] {
  if (isPartial(query)) return []
  const hasTargets = view.campaigns.some((campaign) => Object.keys(campaign.facts?.targets ?? {}).length > 0)
  if (!range || !hasTargets) return []
  const all = listEntries(view, 'campaign', range, query).flatMap((entry) => {
    const facts = view.campaigns[entry.at]?.facts
    const any = facts && Object.keys(facts.targets).length > 0
    return any ? campaignTargets(facts, entry.metrics(), reportingCurrency) : []
  })
  return TargetMetric.options.flatMap((metric) => {
    const own = all.filter((target) => target.metric === metric)
    const [first] = own
    if (!first) return []
    const isOne = own.every(
      ({ point, currency }) => point === first.point && (returns.includes(metric) || currency === reportingCurrency),
    )
    return [
      {
        metric,
        met: own.filter(({ met }) => met === true).length,
        missed: own.filter(({ met }) => met === false).length,
        unknown: own.filter(({ met }) => met === null).length,
        point: isOne ? first.point : null,
      },
    ]
  })
}
