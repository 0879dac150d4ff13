import type { FailedGate, MetricName } from '../../contract/report.ts'
import { writeNumber } from '../../contract/write-number.ts'
import { gateLimits } from '../stats/compare/gates.ts'
import { metricRates } from '../stats/metric-rates.ts'
import type { StatColumn } from '../stats/stat-columns.ts'
import type { ComparedTiers } from './compare-tiers.ts'

const counted: Partial<Record<StatColumn, string>> = {
  engagements: 'engagements',
  clicks: 'clicks',
  conversions: 'conversions',
  impressions: 'impressions',
}

/** What lacks for a verdict: what there is, what is needed, and what would help. */
export function wordGates({ failedGates, metric, crude, expectedEvents }: ComparedTiers): string[] {
  const unknown = (['micro', 'macro'] as const).flatMap((tier) => {
    const side = crude[tier]
    if (side.kind !== 'unavailable') return []
    return [missing(tier, side.reason, metric, expectedEvents?.[tier] ?? 0)]
  })
  return [...unknown, ...failedGates.flatMap((gate) => wordGate(gate, metric, unknown.length > 0))]
}

function missing(tier: string, reason: string, metric: MetricName, expected: number): string {
  const { rare, outcome } = metricRates[metric]
  const what = counted[rare[0] ?? outcome] ?? outcome
  if (reason === 'zero-denominator') {
    return expected < gateLimits.expectedEventsMin
      ? `No ${what} were recorded for ${tier}.`
      : `No ${what} were recorded for ${tier}, where about ${writeNumber(expected, { maximumFractionDigits: 0 })} were to be expected: check the tracking.`
  }
  if (reason === 'zero-spend') return `There is no spend for ${tier} in this range.`
  if (reason === 'no-margin')
    return `A campaign of ${tier} has no gross margin. Add it to the campaign’s directory entry.`
  return `No file gives what this metric needs for ${tier}, or ${tier} has nothing in this range.`
}

function wordGate({ gate, tier, found, needed }: FailedGate, metric: MetricName, isMissing: boolean): string[] {
  const events = counted[metricRates[metric].rare[0] ?? 'conversions'] ?? 'events'
  const round = (value: number | null): string => writeNumber(value ?? 0, { maximumFractionDigits: 1 })
  switch (gate) {
    case 'creators':
      return [`Only ${round(found)} ${tier} creators stand where both tiers are; at least ${round(needed)} are needed.`]
    case 'effective_creators':
      return [
        `A few ${tier} creators carry nearly all of it: as if there were ${round(found)} of them; at least ${round(needed)} are needed.`,
      ]
    case 'events':
      return [
        `Only about ${round(found)} ${events} were to be expected of ${tier}; at least ${round(needed)} are needed.`,
      ]
    case 'one_creator_holds_all':
      return ['One creator holds nearly all of a tier, so that leaving them out leaves nothing to compare.']
    case 'coverage':
      return [
        `Only ${writeNumber(found ?? 0, { style: 'percent', maximumFractionDigits: 0 })} of a tier stands where the other tier is too; at least half is needed.`,
      ]
    case 'undefined':
      return isMissing ? [] : ['Micro and macro have nothing in common places that could be compared.']
  }
}
