import type { NameId } from '../../contract/ids.ts'
import type { Comparison, Estimate, FailedGate, MetricName, TierName, Tiers } from '../../contract/report.ts'
import { formatNameId } from '../ingest/name-hasher.ts'
import { checkCampaigns } from '../stats/compare/campaign-check.ts'
import { chanceBetter } from '../stats/compare/chance-better.ts'
import { type Contrast, compareArms } from '../stats/compare/compare-arms.ts'
import { compareMix } from '../stats/compare/compare-mix.ts'
import { countWins } from '../stats/compare/count-wins.ts'
import { type ArmVerdict, type Decision, decideVerdict } from '../stats/compare/decide-verdict.ts'
import { decompose } from '../stats/compare/decompose.ts'
import { detectableRatio } from '../stats/compare/detectable-ratio.ts'
import { gateLimits } from '../stats/compare/gates.ts'
import { influenceOf } from '../stats/compare/influence.ts'
import type { LeaveOneOut } from '../stats/compare/leave-one-out.ts'
import { pValueOf } from '../stats/compare/p-value.ts'
import { metricRates } from '../stats/metric-rates.ts'
import type { BooksView } from './books-view.ts'
import type { CollectedCells } from './collect-cells.ts'
import { compareSecondary } from './compare-secondary.ts'
import { exact, unavailable } from './metrics.ts'
import { differenceEstimate, ratioEstimate, sideOf } from './side-estimates.ts'
import { armOfTier, compareCells } from './strata-ladder.ts'
import { strataOf } from './view-strata.ts'

/** A comparison but for its words: see `wordComparison`. */
export type ComparedTiers = Omit<Comparison, 'sentence' | 'happened' | 'reasons'>

const verdicts: Record<ArmVerdict, Comparison['verdict']> = {
  a_better: 'micro_better',
  b_better: 'macro_better',
  no_material_difference: 'no_material_difference',
  inconclusive: 'inconclusive',
  not_enough_data: 'not_enough_data',
}

export type CompareInput = {
  view: BooksView
  /** Null where the books hold nothing. */
  cells: CollectedCells | null
  tiers: Tiers
  metric: MetricName
}

/** Micro against macro: like for like, from which the verdict comes, and as it happened. */
export function compareTiers({ view, cells, tiers, metric }: CompareInput): ComparedTiers {
  const of = { micro: tiers.micro.metrics[metric], macro: tiers.macro.metrics[metric] }
  if (!cells || isUnknown(of.micro) || isUnknown(of.macro)) return notCompared(metric, of)
  const compared = compareCells(view, cells, armOfTier)
  const rate = metricRates[metric]
  const crude = compareArms(compared.flat, rate)
  const adjusted = compareArms(compared.cells, rate)
  const campaigns = checkCampaigns(compared.byCampaign(), adjusted)
  const decision = decideVerdict(adjusted, campaigns.enough ? campaigns.left : undefined)
  const { left } = adjusted
  const mix = compareMix(crude, adjusted)
  const holds = confirmed(decision, adjusted, campaigns)
  return {
    metric,
    lowerIsBetter: rate.lowerIsBetter,
    likeForLike: sideOf(metric, adjusted),
    crude: { ...of, ratio: ratioEstimate(metric, crude), difference: differenceEstimate(crude) },
    strata: [...compared.strata],
    comparableShare: shareOf(adjusted),
    wins: winsOf(adjusted),
    decomposition: metric === 'roi' ? null : decompose(compared.cells, adjusted),
    mix: mix?.flag ?? 'unknown',
    ...leaning(view, metric, adjusted),
    detectableRatio: left && metric !== 'roi' ? exact(detectableRatio(left.ratio)) : unavailable(noRatio(metric)),
    chanceMicroBetter: chanceOf(adjusted, holds === false ? campaigns.left : null),
    pValue: left ? pValueOf(left.ratio) : null,
    campaigns: { count: campaigns.count, confirmed: holds },
    expectedEvents: expectedOf(adjusted),
    verdict: verdicts[decision.verdict],
    failedGates: failuresOf(adjusted, decision),
    secondary: compareSecondary(compared, tiers, metric),
    stableSince: null,
  }
}

/** Where single campaigns keep the answer open, what they say counts too: the chance is the one nearer to even. */
function chanceOf({ left, rate }: Contrast, byCampaign: Pick<LeaveOneOut, 'ratio'> | null): Estimate {
  if (!left) return unavailable('not-comparable')
  const chances = [left, ...(byCampaign ? [byCampaign] : [])].map(({ ratio }) =>
    chanceBetter(ratio, rate.lowerIsBetter),
  )
  return exact(chances.reduce((kept, chance) => (Math.abs(chance - 0.5) < Math.abs(kept - 0.5) ? chance : kept)))
}

const noRatio = (metric: MetricName) => (metric === 'roi' ? 'no-ratio' : 'not-comparable')

/** A measure that no file gives, or a margin that is missing: then there is nothing to compare, not nought. */
function isUnknown(estimate: Estimate): boolean {
  return estimate.kind === 'unavailable' && (estimate.reason === 'no-data' || estimate.reason === 'no-margin')
}

function notCompared(metric: MetricName, of: { micro: Estimate; macro: Estimate }): ComparedTiers {
  const none = unavailable('no-data')
  return {
    metric,
    lowerIsBetter: metricRates[metric].lowerIsBetter,
    likeForLike: { micro: none, macro: none, ratio: none, difference: none },
    crude: { ...of, ratio: none, difference: none },
    strata: [],
    comparableShare: { micro: none, macro: none },
    wins: null,
    decomposition: null,
    mix: 'unknown',
    withoutMostInfluential: null,
    dependsOnOneCreator: false,
    detectableRatio: none,
    chanceMicroBetter: none,
    pValue: null,
    campaigns: { count: 0, confirmed: null },
    expectedEvents: null,
    verdict: 'not_enough_data',
    failedGates: [{ gate: 'undefined', tier: null, found: null, needed: null }],
    secondary: [],
    stableSince: null,
  }
}

function shareOf({ sample }: Contrast): Comparison['comparableShare'] {
  const [micro, macro] = sample.coverage.arms
  return { micro: exact(micro), macro: exact(macro) }
}

function expectedOf({ sample: { expectedEvents } }: Contrast): Comparison['expectedEvents'] {
  return expectedEvents && { micro: expectedEvents[0], macro: expectedEvents[1] }
}

function winsOf(contrast: Contrast): Comparison['wins'] {
  if (!contrast.values) return null
  const { strata, won, weight } = countWins(contrast)
  return { strata, micro: won, weightMicro: weight }
}

function leaning(
  view: BooksView,
  metric: MetricName,
  { left }: Contrast,
): Pick<Comparison, 'withoutMostInfluential' | 'dependsOnOneCreator'> {
  if (!left) return { withoutMostInfluential: null, dependsOnOneCreator: false }
  const { unit, ratioWithout, dependsOnOne } = influenceOf(left)
  const id = formatNameId(view.creators[strataOf(view).creatorAt[unit] as number]?.id ?? 0) as NameId
  const ratio = metric === 'roi' ? unavailable('no-ratio') : exact(ratioWithout)
  return { withoutMostInfluential: { creator: id, name: id, ratio }, dependsOnOneCreator: dependsOnOne }
}

function confirmed(
  { verdict }: Decision,
  { left }: Contrast,
  campaigns: ReturnType<typeof checkCampaigns>,
): boolean | null {
  if (!campaigns.enough || !left || verdict === 'not_enough_data') return null
  const settled = (range: { ratio: Parameters<typeof pValueOf>[0] }): boolean => pValueOf(range.ratio) < 0.05
  return settled(left) ? campaigns.left !== null && settled(campaigns.left) : null
}

const tierOfArm = ['micro', 'macro'] as const satisfies readonly TierName[]

function failuresOf({ sample }: Contrast, { failures }: Decision): FailedGate[] {
  const numbers = (gate: FailedGate['gate'], arm: 0 | 1): [number | null, number | null] => {
    if (gate === 'creators') return [sample.units[arm], gateLimits.unitsMin]
    if (gate === 'effective_creators') return [sample.effectiveByExposure[arm], gateLimits.effectiveUnitsMin]
    if (gate === 'events') return [sample.expectedEvents?.[arm] ?? null, gateLimits.expectedEventsMin]
    return [null, null]
  }
  return failures.map(({ gate, arm }) => {
    if (gate === 'coverage')
      return { gate, tier: null, found: Math.min(...sample.coverage.arms), needed: gateLimits.coverageMin }
    const [found, needed] = arm === undefined ? [null, null] : numbers(gate, arm)
    return { gate, tier: arm === undefined ? null : tierOfArm[arm], found, needed }
  })
}
