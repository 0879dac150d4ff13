import type { Estimate } from '../../../contract/report.ts'
import {
  consistencyScore,
  squeezeVariance,
  type VariancePrior,
  variancePrior,
} from '../../stats/ranking/consistency.ts'
import { postSpread } from '../../stats/ranking/post-spread.ts'
import { type PriorGroup, priorGroups } from '../../stats/ranking/prior-groups.ts'
import { exact, unavailable } from '../metrics.ts'
import type { CreatorHistory } from './creator-history.ts'

/** A score of fewer rated posts would be that of the group. */
const postsFrom = 3

/** How alike each creator's posts do, 0 to 100, shrunk towards its group. In the order given, which decides nothing. */
export function scoreConsistency(histories: readonly CreatorHistory[]): Estimate[] {
  const spreads = histories.map(({ rates }) => (rates.posts >= postsFrom ? postSpread(rates) : null))
  const places = histories.flatMap((_, at) => (spreads[at] ? [at] : []))
  const groups = priorGroups(places.map((at) => (histories[at] as CreatorHistory).kind))
  const groupOf = new Map(places.map((at, place) => [at, groups[place] as PriorGroup]))
  const priors = new Map<PriorGroup, VariancePrior | null>()
  for (const group of groups) {
    if (priors.has(group)) continue
    priors.set(group, variancePrior(group.members.flatMap((place) => spreads[places[place] as number] ?? [])))
  }
  return histories.map(({ rates }, at) => {
    const [spread, group] = [spreads[at], groupOf.get(at)]
    if (!spread || !group) return unavailable(rates.posts === 0 ? 'no-data' : 'too-few-posts')
    const prior = priors.get(group)
    return prior ? exact(consistencyScore(squeezeVariance(prior, spread))) : unavailable('too-few-creators')
  })
}
