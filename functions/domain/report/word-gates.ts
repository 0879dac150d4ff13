import type { FailedGate, MetricName } from '../../contract/report.ts'
import { writeNumber } from '../../contract/write-number.ts'
import { gateLimits } from '../stats/compare/gates.ts'
import { metricRates } from '../stats/metric-rates.ts'
import type { StatColumn } from '../stats/stat-columns.ts'
import type { ComparedTiers } from './compare-tiers.ts'
import { shiftOf } from './tier-intervals.ts'
import { wordFew, wordFewEvents, wordTooLittle, wordTooSmall } from './word-few.ts'

const nouns: Partial<Record<StatColumn, string>> = { grossProfit: 'gross profit' }
const nounOf = (column: StatColumn): string => nouns[column] ?? column

/** What lacks for a verdict: what there is, what is needed, and what would help. */
export function wordGates(compared: ComparedTiers): string[] {
  const { failedGates, metric, crude, expectedEvents } = compared
  const unknown = tiers.flatMap((tier) => {
    const side = crude[tier]
    if (side.kind !== 'unavailable') return []
    return [missing(tier, side.reason, metric, expectedEvents?.[tier] ?? 0)]
  })
  return [
    ...unknown,
    ...failedGates.flatMap((gate) => {
      if (gate.gate !== 'undefined') return wordGate(gate, metric)
      return unknown.length > 0 ? [] : wordUndefined(compared)
    }),
  ]
}

const tiers = ['micro', 'macro'] as const

function missing(tier: string, reason: string, metric: MetricName, expected: number): string {
  const { outcome, exposure, inverse } = metricRates[metric]
  if (reason === 'zero-denominator') {
    const none = `No ${nounOf(inverse ? outcome : exposure)} were recorded for ${tier}`
    return inverse && isEnough(expected)
      ? `${none}, where about ${roundOff(expected)} were to be expected: check the tracking.`
      : `${none}.`
  }
  if (reason === 'zero-spend') return `There is no spend for ${tier} in this range.`
  if (reason === 'no-margin')
    return `A campaign of ${tier} has no gross margin. Add it to the campaign’s directory entry.`
  return `No file gives what this metric needs for ${tier}, or ${tier} has nothing in this range and these filters.`
}

const isEnough = (expected: number): boolean => expected >= gateLimits.expectedEventsMin

/** Why there is no ratio: no common places, or nothing of a tier in them. */
function wordUndefined({ metric, crude, comparableShare, expectedEvents }: ComparedTiers): string[] {
  const isApart = tiers.some((tier) => {
    const share = comparableShare[tier]
    return share.kind === 'unavailable' || share.point <= 0
  })
  if (isApart) return ['Micro and macro have nothing in common places that could be compared.']
  const what = nounOf(metricRates[metric].outcome)
  const without = tiers.filter((tier) => {
    const side = crude[tier]
    return side.kind !== 'unavailable' && side.point <= shiftOf(metric)
  })
  if (without.length === 0) return [`Where both tiers are, one of them has no ${what}, so that there is no ratio.`]
  return without.map(
    (tier) =>
      `${tier === 'micro' ? 'Micro' : 'Macro'} has no ${what}, ${wordExpected(metric, expectedEvents?.[tier] ?? 0)}`,
  )
}

function wordExpected(metric: MetricName, expected: number): string {
  if (!isEnough(expected)) return 'so that there is no ratio.'
  const { rare, outcome } = metricRates[metric]
  const events = rare[0] === outcome ? '' : ` ${rare[0]}`
  return `where about ${roundOff(expected)}${events} were to be expected: check the tracking.`
}

const roundOff = (value: number): string => writeNumber(value, { maximumFractionDigits: 0 })

function wordGate({ gate, tier, found, needed }: FailedGate, metric: MetricName): string[] {
  const least = writeNumber(needed ?? 0)
  switch (gate) {
    case 'creators':
      return [
        `${wordFew(found ?? 0, `${tier} creators`, { one: 'stands', many: 'stand' })} where both tiers are; at least ${least} are needed.`,
      ]
    case 'effective_creators':
      return [
        `A few ${tier} creators carry nearly all of it: as if there were ${wordTooLittle(found ?? 0)} of them; at least ${least} are needed.`,
      ]
    case 'events':
      return [
        `${wordFewEvents(found ?? 0, metricRates[metric].rare[0] ?? 'events')} to be expected of ${tier}; at least ${least} are needed.`,
      ]
    case 'one_creator_holds_all':
      return ['One creator holds nearly all of a tier, so that leaving them out leaves nothing to compare.']
    case 'coverage':
      return [`Only ${wordTooSmall(found ?? 0)} of a tier stands where the other tier is too; at least half is needed.`]
    case 'undefined':
      return []
  }
}
