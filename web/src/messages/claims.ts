import type { ClaimArm, ClaimStatus } from '../../../functions/contract/claims.ts'
import { strataTexts } from './comparison.ts'
import { defineMessages } from './define-messages.ts'

export const t = defineMessages({
  title: 'Claims',
  intro:
    'What is often said of micro creators, held against these books. Each answer is an association, not proof of an effect.',
  testsMany:
    'Several claims are looked at together, so that each has to be clearer than if it stood alone: p-values are adjusted for {count} tests (Holm).',
  ranges:
    'A range reaches over the ratios that these data fit (95%). In the charts the full line is no difference, the dashed one 10% in favour of the claim.',
  placesNone: 'Micro and macro share no places that leave enough to compare.',
  places: 'Micro and macro are held against each other by {places}.',
  figures: 'Figures behind: {claim}',
  measure: 'Measure',
  range: '{low} to {high}',
  tooWide: 'too few for a range',
  covers:
    'Like for like by {places}: {first} of {firstArm} and {second} of {secondArm} stand where the other side is too.',
  creatorsOne: '1 creator',
  creatorsMany: '{count} creators',
  ratio: 'In favour',
  ranged: '{point} ({range})',
  times: '{ratio}×',
  none: '–',
  pAdjusted: 'p {value}, adjusted',
  pSmall: 'p below 0.0001, adjusted',
  pBeside: 'not tested',
  chart: '{claim}: {values}.',
  chartRow: '{measure} {ratio}',
  against: 'speaks against it',
  favour: 'in its favour',
  lacks: 'What is missing',
  upload: 'Send a file',
  others: 'What others found',
  othersElsewhere: 'What others found was measured in other bands of followers or by other measures:',
  found: 'Finding',
  source: 'Source',
  bands: 'Bands',
  denominator: 'Measured by',
  bandsContinuous: 'no bands',
  bandsOf: 'below {low} against above {high} followers',
  warnings: 'Know before you decide:',
  emptyTitle: 'There is nothing to hold claims against yet',
  emptyText: 'The books are empty. Once spend and results are in, the six claims are answered here.',
})

export const statusTexts: Record<ClaimStatus, string> = {
  supported: 'Supported',
  contradicted: 'Contradicted',
  inconclusive: 'Inconclusive',
  not_enough_data: 'Not enough data',
}

export const armTexts: Record<ClaimArm, string> = {
  micro: 'Micro',
  macro: 'Macro',
  on_target: 'Target niche',
  off_target: 'Other niches',
}

export const stratumTexts = { ...strataTexts, tier: 'tier' } as const
