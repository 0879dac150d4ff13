import type { Comparison, MetricName, ReportQuery } from '../../contract/report.ts'
import { writeMetric, writeNumber } from '../../contract/write-number.ts'
import { currencyExponent } from '../money/currency.ts'
import type { ComparedTiers } from './compare-tiers.ts'
import { comparisonSentence } from './sentences.ts'
import { wordGates } from './word-gates.ts'
import { subjectOf, wordRange, wordRatio } from './word-ratio.ts'

type Words = Pick<Comparison, 'sentence' | 'happened' | 'reasons'>

/** Says a comparison in words that an executive repeats. Never of cause: it is an association. */
export function wordComparison(compared: ComparedTiers, currency: string, asked: Narrowing = {}): Comparison {
  const words = wordsOf(compared, currency)
  return { ...compared, ...words, reasons: [...words.reasons, ...narrowingOf(compared, asked)] }
}

/** Filters that cut a part out of the books, of which there are many. */
type Narrowing = Partial<Pick<ReportQuery, 'platform' | 'niche' | 'region' | 'creator'>>

/** Of many parts one looks special by luck (statistics specification, 3). */
function narrowingOf({ verdict }: ComparedTiers, { platform, niche, region, creator }: Narrowing): string[] {
  const narrowed = [platform, niche, region, creator].some((values) => values && values.length > 0)
  if (!narrowed || (verdict !== 'micro_better' && verdict !== 'macro_better')) return []
  return [
    'This is about the part of the books that the filters leave. Of many such parts one looks special by luck: take it as a hint.',
  ]
}

function wordsOf(compared: ComparedTiers, currency: string): Words {
  return {
    sentence: sentenceOf(compared, currency),
    happened: comparisonSentence(compared.metric, compared.crude, currency),
    reasons: [
      ...wordGates(compared),
      ...ratioOf(compared, currency),
      ...chanceOf(compared),
      ...leaningOf(compared),
      ...campaignsOf(compared),
      ...mixOf(compared, currency),
      ...comparableOf(compared),
      ...stableOf(compared),
    ],
  }
}

const openings: Record<Comparison['verdict'], string> = {
  micro_better: 'Micro did better: ',
  macro_better: 'Macro did better: ',
  no_material_difference: 'Micro and macro did alike: ',
  inconclusive: 'Cannot tell yet: ',
  not_enough_data: 'Cannot tell yet: there is not enough to hold micro against macro.',
  not_assessed: 'There is nothing to compare yet.',
}

/** The verdict with both values, like for like. */
function sentenceOf({ verdict, metric, likeForLike, crude }: ComparedTiers, currency: string): string {
  if (crude.micro.kind === 'unavailable' && crude.macro.kind === 'unavailable') return openings.not_assessed
  const { micro, macro } = likeForLike
  if (verdict === 'not_enough_data' || verdict === 'not_assessed') return openings[verdict]
  if (micro.kind === 'unavailable' || macro.kind === 'unavailable') return openings.not_enough_data
  const say = (point: number): string => writeMetric(metric, point, currency, currencyExponent(currency) ?? 2)
  const values = `${subjectOf(metric)} ${say(micro.point)} with micro creators and ${say(macro.point)} with macro, like for like`
  return `${openings[verdict]}${values}${verdict === 'inconclusive' ? ', and that may be chance.' : '.'}`
}

/** How far apart, and how far that may be off. */
function ratioOf({ verdict, metric, likeForLike }: ComparedTiers, currency: string): string[] {
  const { ratio, difference } = likeForLike
  if (verdict === 'not_enough_data') return []
  if (metric === 'roi' && difference.kind === 'interval') {
    const say = (point: number): string => writeMetric(metric, point, currency, 2)
    return [
      `Micro less macro is ${say(difference.point)} of spend; these data fit anything from ${say(difference.low)} to ${say(difference.high)}.`,
    ]
  }
  if (ratio.kind !== 'interval') return []
  const said = `With micro it was ${wordRatio(metric, ratio.point)}${ratio.point >= 2 ? ' as with macro' : ''}`
  if (ratio.low === ratio.high) return [`${said}, whoever is left out.`]
  return [`${said}; these data fit anything from ${wordRange(metric, ratio.low, ratio.high)}.`]
}

function chanceOf(compared: ComparedTiers): string[] {
  const { chanceMicroBetter: chance, verdict, detectableRatio: detectable, campaigns } = compared
  if (chance.kind === 'unavailable' || verdict === 'not_enough_data') return []
  const clipped = Math.min(0.99, Math.max(0.01, chance.point))
  const said = [`The chance that micro is better is ${writeShare(clipped)}.`]
  // What creators alone would show says nothing where it is campaigns that leave the answer open.
  if (verdict === 'inconclusive' && campaigns.confirmed !== false && detectable.kind !== 'unavailable')
    said.push(
      `A difference of ${writeNumber(detectable.point, { maximumFractionDigits: detectable.point < 10 ? 1 : 0 })} times or more would most likely have shown; these data cannot tell a smaller one from chance.`,
    )
  return said
}

function leaningOf({ withoutMostInfluential: most, dependsOnOneCreator, metric, verdict }: ComparedTiers): string[] {
  if (!most || verdict === 'not_enough_data') return []
  const turns = dependsOnOneCreator
    ? ' Without one creator the other side would be ahead: the answer depends on a single creator.'
    : ''
  if (most.ratio.kind === 'unavailable') return [`It leans most on ${most.name}.${turns}`]
  const without = wordRatio(metric, most.ratio.point)
  return [`It leans most on ${most.name}: without them, ${subjectOf(metric)} ${without} with micro.${turns}`]
}

function campaignsOf({ campaigns: { count, confirmed }, verdict }: ComparedTiers): string[] {
  if (verdict === 'not_enough_data' || count === 0) return []
  if (confirmed === false)
    return ['Creator by creator the difference would be clear, but it hangs on single campaigns, so it stays open.']
  if (confirmed) return [`It also holds with each of the ${count} campaigns left out in turn.`]
  if (count >= 5) return [`${count} campaigns stand in it.`]
  return [count === 1 ? 'It is about this one campaign only.' : `It is about these ${count} campaigns only.`]
}

const mixed: Record<Comparison['mix'], (happened: string) => string | null> = {
  none: () => null,
  unknown: () => null,
  mix_material: (happened) =>
    `What happened differs from it, because micro and macro spent in different places: ${happened}`,
  possible_reversal: (happened) => `What happened points the other way, though that may be chance: ${happened}`,
  reversal: (happened) =>
    `What happened says the opposite, because micro and macro spent in different places: ${happened}`,
}

/** Beside an answer only: what happened cannot be the opposite of what is not said. */
function mixOf({ mix, crude, metric, verdict }: ComparedTiers, currency: string): string[] {
  if (verdict === 'not_enough_data') return []
  const happened = comparisonSentence(metric, crude, currency)
  const said = mixed[mix](lowerFirst(happened))
  return said ? [said] : []
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

const exposures: Partial<Record<MetricName, string>> = {
  ctr: 'impressions',
  erImpressions: 'impressions',
  cvr: 'clicks',
  erReach: 'reach',
  erFollowers: 'followers',
  costPerPost: 'posts',
  aov: 'conversions',
}

function comparableOf({ comparableShare: { micro, macro }, wins, strata, metric }: ComparedTiers): string[] {
  if (micro.kind === 'unavailable' || macro.kind === 'unavailable') return []
  const what = exposures[metric] ?? 'spend'
  const those = what.endsWith('s') ? 'those' : 'that'
  const said = [
    `Like for like${strata.length > 0 ? ` (by ${joinWords(strata)})` : ''} covers ${writeShare(micro.point)} of the ${what} of micro and ${writeShare(macro.point)} of ${those} of macro.`,
  ]
  if (wins && wins.strata > 1)
    said.push(
      `Micro is ahead in ${wins.micro} of ${wins.strata} places where both are (${writeShare(wins.weightMicro)} of the weight).`,
    )
  return said
}

function stableOf({ stableSince }: ComparedTiers): string[] {
  return stableSince ? [`Stable: it has held at every month close since ${stableSince.slice(0, 10)}.`] : []
}

const writeShare = (share: number): string => writeNumber(share, { style: 'percent', maximumFractionDigits: 0 })

function joinWords(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}
