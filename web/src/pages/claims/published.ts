import type { ClaimMeasure, ClaimName } from '../../../../functions/contract/claims.ts'
import type { TierBands } from '../../../../functions/contract/report.ts'

/** Followers of the two groups that a study compares: at least `from` and below `below`, against above `above`. */
type Bands = { from: number; below: number; above: number }

export type PublishedResult = {
  claims: readonly ClaimName[]
  citation: string
  doi: string
  finding: string
  /** Null where a study has none: it takes the follower count as it is. */
  bands: Bands | null
  /** What the outcome was divided by, in words, and which of our measures that is; null for none of them. */
  denominator: string
  measure: ClaimMeasure | null
}

/** Directions only: a study's size of an effect belongs to its own bands and measures. */
export const publishedResults: readonly PublishedResult[] = [
  {
    claims: ['fees'],
    citation: 'Beichert et al. 2024',
    doi: '10.1177/00222429231217471',
    finding: 'Creators with few followers brought more revenue for what was spent than creators with many.',
    bands: { from: 0, below: 10_000, above: 100_000 },
    denominator: 'Revenue over spend, followers and reach',
    measure: 'roas',
  },
  {
    claims: ['engagement'],
    citation: 'Wies et al. 2023',
    doi: '10.1177/00222429221125131',
    finding: 'Engagement with sponsored posts first rose with the number of followers, then fell.',
    bands: null,
    denominator: 'Interactions with a post',
    measure: null,
  },
  {
    claims: ['engagement', 'fees'],
    citation: 'Leung et al. 2022',
    doi: '10.1177/00222429221102889',
    finding: 'More followers went with more engagement for additional spend.',
    bands: null,
    denominator: 'Elasticity of engagement to spend',
    measure: null,
  },
]

/** Whether a result is about the two tiers of these books and about one of these measures: only then it is a reference. */
export function isReference(
  { bands, measure }: PublishedResult,
  { microFrom, microTo }: TierBands,
  measures: readonly ClaimMeasure[],
): boolean {
  const sameBands = bands !== null && bands.from === microFrom && bands.below === microTo + 1 && bands.above === microTo
  return sameBands && measure !== null && measures.includes(measure)
}
