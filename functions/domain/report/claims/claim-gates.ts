import type { ClaimGate, ClaimMeasure } from '../../../contract/claims.ts'
import { writeNumber } from '../../../contract/write-number.ts'
import { gateLimits } from '../../stats/compare/gates.ts'
import type { StatColumn } from '../../stats/stat-columns.ts'
import { wordFew, wordFewEvents, wordTooLittle, wordTooSmall } from '../word-few.ts'
import { claimRates, type RateMeasure } from './claim-rates.ts'
import { armTexts } from './claim-words.ts'
import type { Measured } from './measured.ts'

/** Failed gates with what was there and what is needed. */
export function gatesOf({ arms, sides, effective, expected, evidence, missing }: Measured): ClaimGate[] {
  if (missing.length > 0) return [{ gate: 'undefined', arm: null, found: null, needed: null }]
  return evidence.failures.map(({ gate, arm }) => {
    const shares = sides.map(({ comparableShare }) => comparableShare ?? 0)
    if (gate === 'coverage') return { gate, arm: null, found: Math.min(...shares), needed: gateLimits.coverageMin }
    if (arm === undefined) return { gate, arm: null, found: null, needed: null }
    const of = { gate, arm: arms[arm] }
    if (gate === 'creators') return { ...of, found: sides[arm].creators, needed: gateLimits.unitsMin }
    if (gate === 'effective_creators') return { ...of, found: effective[arm], needed: gateLimits.effectiveUnitsMin }
    return { ...of, found: expected?.[arm] ?? null, needed: gateLimits.expectedEventsMin }
  })
}

export function wordGate({ gate, arm, found, needed }: ClaimGate, measure: ClaimMeasure): string {
  const who = arm === null ? 'one side' : armTexts[arm]
  const [there, enough] = [found ?? 0, writeNumber(needed ?? 0)]
  switch (gate) {
    case 'creators':
      return measure === 'engagementSwing'
        ? `${wordFew(there, who, { one: 'has', many: 'have' })} two posts or more with engagements and impressions; at least ${enough} are needed.`
        : `${wordFew(there, who, { one: 'stands', many: 'stand' })} where both sides are; at least ${enough} are needed.`
    case 'effective_creators':
      return `A few ${who} carry nearly all of it: as if there were ${wordTooLittle(there)} of them; at least ${enough} are needed.`
    case 'events':
      return `${wordFewEvents(there, rarestOf(measure))} to be expected of ${who}; at least ${enough} are needed.`
    case 'one_creator_holds_all':
      return 'One creator holds nearly all of a side, so that leaving them out leaves nothing to compare.'
    case 'coverage':
      return `Only ${wordTooSmall(there)} of one side stands where the other is too; at least half is needed.`
    case 'undefined':
      return measure === 'engagementSwing'
        ? 'On one side at least, the posts of a creator lie no farther apart than small counts alone would put them.'
        : `The two sides have nothing in common places that could be compared, or one of them has no ${outcomeOf(measure)} at all.`
  }
}

const nouns: Partial<Record<StatColumn, string>> = { deepEngagements: 'comments, saves and shares' }
const nounOf = (column: StatColumn): string => nouns[column] ?? column

const rarestOf = (measure: ClaimMeasure): string =>
  measure === 'engagementSwing' ? 'posts' : nounOf(claimRates[measure].rare[0] ?? 'posts')

const outcomeOf = (measure: RateMeasure): string => nounOf(claimRates[measure].outcome)
