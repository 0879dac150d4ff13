import type { Closing, Settings } from '../../contract/books-change.ts'
import type { MetricName, Report, ReportQuery, SeriesPoint, Tier, TierName, Tiers } from '../../contract/report.ts'
import type { Warning } from '../../contract/upload.ts'
import { type Day, formatDay, noDay } from '../calendar.ts'
import { type BooksView, reachOf, tierNames } from './books-view.ts'
import { countTargets } from './campaign-targets.ts'
import { closingWarnings } from './closing-warnings.ts'
import { collectCells } from './collect-cells.ts'
import { compareTiers } from './compare-tiers.ts'
import { grossProfit } from './gross-profit.ts'
import { computeMetrics } from './metrics.ts'
import { nothingScoped, type ScopedDays } from './scan-cells.ts'
import { tierSentence } from './sentences.ts'
import { addSums, followersAt, newSums, postsOf, spendAt, sumOf, wireSums } from './sums.ts'
import { type Tally, tallyScope } from './tally.ts'
import { addIntervals } from './tier-intervals.ts'
import { wordComparison } from './word-comparison.ts'

export type ReportInput = {
  view: BooksView
  query: ReportQuery
  metric: MetricName
  settings: Settings
  closings: readonly Closing[]
  snapshot: Report['snapshot']
  preview: string | null
  /** Null where the books hold nothing. */
  range: ScopedDays | null
  /** Both ranges of a comparison, cut to covered days. */
  compared: { now: ScopedDays; earlier: ScopedDays } | null
}

/** Answers a query from one state of the books: a pure function of its input. */
export function makeReport(input: ReportInput): Report {
  const { view, query, settings, range, compared } = input
  const { scope, days } = range ?? nothingScoped
  const tally = tallyScope(view, scope, days, query, input.metric === 'roi')
  const cells = range && collectCells(view, range, query)
  const sums = makeTiers(view, tally, query.tier)
  const tiers = cells ? addIntervals(sums, cells, shownTiers(query.tier)) : sums
  const reach = reachOf(view.months)
  const day = (value: Day): string | null => (value === noDay ? null : formatDay(value))
  const inLedger = tally.tiers.map((tier, at) => (tier[spendAt] as number) - (tally.addedMinor[at] as number))
  const unmatched = inLedger[tierNames.indexOf('unknown')] ?? 0
  const attributed = inLedger.reduce((sum, spend) => sum + spend, 0) - unmatched
  const { spendMinor: _, ...unattributed } = wireSums(tally.unattributed)
  return {
    snapshot: input.snapshot,
    preview: input.preview,
    query: resolveQuery(input),
    currency: settings.reportingCurrency,
    tierRule: { ...settings.bands, sentence: tierSentence(settings.bands) },
    spendBasis: query.spendBasis,
    reaches: { spend: day(reach.spend), results: day(reach.results) },
    tiers,
    comparison: wordComparison(
      compareTiers({ view, cells, tiers, metric: input.metric }),
      settings.reportingCurrency,
      query,
    ),
    series: { grain: range?.scope.grain ?? 'month', points: seriesPoints(input, tally) },
    reconciliation: {
      ledgerMinor: attributed + tally.overheadMinor + unmatched,
      attributedMinor: attributed,
      overheadMinor: tally.overheadMinor,
      unmatchedMinor: unmatched,
      addedMinor: tally.addedMinor.reduce((sum, added) => sum + added, 0),
    },
    coverage: {
      gifted: tally.creatorSides.filter((sides) => sides === 2).length,
      withoutResults: tally.creatorSides.filter((sides) => sides === 1).length,
    },
    targets: countTargets(view, range, query, settings.reportingCurrency),
    unattributed,
    compared: compared && {
      ...comparedTiers(input, compared.earlier),
      current: comparedTiers(input, compared.now),
    },
    warnings: [
      ...warningsOf(view, tally, input),
      ...closingWarnings(view, input.closings, [range, compared?.now, compared?.earlier]),
    ],
  }
}

function comparedTiers({ view, query }: ReportInput, scoped: ScopedDays) {
  const { scope, days } = scoped
  const tiers = makeTiers(view, tallyScope(view, scope, days, query), query.tier)
  return {
    from: formatDay(scope.from),
    to: formatDay(scope.to),
    tiers: addIntervals(tiers, collectCells(view, scoped, query), shownTiers(query.tier)),
  }
}

const shownTiers = (wanted: readonly TierName[]): TierName[] =>
  tierNames.filter((name) => wanted.length === 0 || wanted.includes(name))

function resolveQuery({ query, metric, range, compared }: ReportInput): Report['query'] {
  const { snapshot: _snapshot, preview: _preview, ...rest } = query
  return {
    ...rest,
    metric,
    from: range ? formatDay(range.scope.from) : null,
    to: range ? formatDay(range.scope.to) : null,
    compareFrom: compared ? formatDay(compared.earlier.scope.from) : null,
    compareTo: compared ? formatDay(compared.earlier.scope.to) : null,
  }
}

function makeTiers(view: BooksView, tally: Tally, wanted: readonly TierName[]): Tiers {
  const shown = shownTiers(wanted)
  const shows = (name: TierName): boolean => shown.includes(name)
  const bits = shown.reduce((mask, name) => mask | (1 << tierNames.indexOf(name)), 0)
  const tiers = tierNames.map(
    (name, tier) => [name, shows(name) ? makeTier(view, tally, [tier]) : makeTier(view, tally, [])] as const,
  )
  const all = makeTier(
    view,
    tally,
    shown.map((name) => tierNames.indexOf(name)),
    bits,
  )
  return { ...(Object.fromEntries(tiers) as Record<TierName, Tier>), all }
}

function makeTier(
  view: BooksView,
  tally: Tally,
  members: readonly number[],
  bits = members.reduce((mask, tier) => mask | (1 << tier), 0),
): Tier {
  const sums = newSums()
  const without = new Map<number, number>()
  let given = 0
  for (const tier of members) {
    given |= tally.given[tier] as number
    addSums(sums, tally.tiers[tier] as Float64Array)
    for (const [campaign, revenue] of tally.withoutProfit[tier] ?? [])
      without.set(campaign, (without.get(campaign) ?? 0) + revenue)
  }
  const profit = grossProfit(view, sumOf(sums, 'grossProfit'), without)
  return {
    creators: countBits(tally.creatorTiers, bits),
    campaigns: countBits(tally.campaignTiers, bits),
    posts: postsOf(sums),
    followers: sums[followersAt] as number,
    grossProfitMinor: profit as Tier['grossProfitMinor'],
    ...wireSums(sums),
    metrics: computeMetrics(sums, given, profit),
  }
}

function countBits(masks: Uint8Array, bits: number): number {
  let count = 0
  for (const mask of masks) if (mask & bits) count++
  return count
}

function seriesPoints({ view, query, metric }: ReportInput, tally: Tally): Report['series']['points'] {
  const wanted = query.tier
  const profitOf = (own: Float64Array, date: string, tier: number) =>
    grossProfit(view, sumOf(own, 'grossProfit'), tally.withoutProfitAt.get(date)?.[tier] ?? new Map())
  return [...tally.points]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([date, sums]) =>
      tierNames.flatMap((tier, at) => {
        const own = sums[at] as Float64Array
        const shown = (wanted.length === 0 || wanted.includes(tier)) && own.some((value) => value !== 0)
        if (!shown) return []
        const grossProfitMinor = (metric === 'roi' ? profitOf(own, date, at) : null) as SeriesPoint['grossProfitMinor']
        const followers = own[followersAt] as number
        return [{ date, tier, ...wireSums(own), posts: postsOf(own), followers, grossProfitMinor }]
      }),
    )
}

function warningsOf(view: BooksView, tally: Tally, { query, compared, range, settings }: ReportInput): Warning[] {
  const warnings: Warning[] = []
  const active = tally.tiers.reduce((sum, tier) => sum + sumOf(tier, 'activePosts'), 0)
  if (active > 0) {
    warnings.push({
      code: 'active-posts',
      message:
        active === 1
          ? 'One post has no publication date: it counts once in each month in which it has figures.'
          : `${active} posts have no publication date: they count once in each month in which they have figures.`,
      rows: active,
    })
  }
  const unattributed = sumOf(tally.unattributed, 'resultGroups')
  if (unattributed > 0) {
    warnings.push({
      code: 'results-without-creator',
      message:
        unattributed === 1
          ? 'Results of one day, by campaign and platform or post, name no creator; they are in no tier.'
          : `Results of ${unattributed} days, by campaign and platform or post, name no creator; they are in no tier.`,
      rows: unattributed,
    })
  }
  const needed = new Set(tally.withoutProfit.flatMap((tier) => [...tier.keys()]))
  const marginless = [...needed].filter((at) => view.campaigns[at]?.facts?.margin == null).length
  if (marginless > 0) {
    warnings.push({
      code: 'margin-missing',
      message: `${marginless === 1 ? 'One campaign has' : `${marginless} campaigns have`} revenue but no gross margin, so ROI cannot be said.`,
      rows: marginless,
    })
  }
  if (query.platform.length > 0 && hasSpendWithoutPlatform(view)) {
    warnings.push({
      code: 'spend-without-platform',
      message: 'Some spend names no platform; a platform filter leaves it out.',
      rows: 0,
    })
  }
  const { dealCosts, reportingCurrency } = settings
  if (query.overhead === 'full' && dealCosts?.currency !== reportingCurrency) {
    warnings.push({
      code: 'deal-costs-missing',
      message: dealCosts
        ? `What a deal costs beside the ledger is set in ${dealCosts.currency}; the books are kept in ${reportingCurrency}, so it is not counted. Set it anew in the settings.`
        : 'Nobody has said yet what a deal costs beside the ledger (staff hours and other costs), so only overhead is spread. Set it in the settings.',
      rows: 0,
    })
  }
  if (compared && range && compared.now.scope.to < range.scope.to) {
    warnings.push({
      code: 'comparison-shortened',
      message: `The books do not reach the end of the range: what is compared ends on ${formatDay(compared.now.scope.to)} and ${formatDay(compared.earlier.scope.to)}, as many days of each.`,
      rows: 0,
    })
  }
  return warnings
}

function hasSpendWithoutPlatform(view: BooksView): boolean {
  return view.months.some(
    ({ rollup: { cells } }) =>
      cells.platforms.includes('') &&
      cells.platform.some(
        (at, i) => cells.platforms[at] === '' && cells.sums.slice(0, 4).some((column) => column[i] !== 0),
      ),
  )
}
