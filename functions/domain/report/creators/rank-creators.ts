import type { CreatorRanking, Estimate, MetricName, Metrics } from '../../../contract/report.ts'
import type { Posterior } from '../../stats/ranking/posterior.ts'
import { type PriorGroup, priorGroups } from '../../stats/ranking/prior-groups.ts'
import { topGroup } from '../../stats/ranking/top-group.ts'
import { exact, lowerIsBetter, unavailable } from '../metrics.ts'
import type { CreatorHistory } from './creator-history.ts'
import { nothingToShrinkBy, rankingMethods } from './ranked-by.ts'
import { type RankedHistory, type Shrink, shrinkTowards } from './shrink-metric.ts'

/** A creator to be ranked, with its own figures over the whole range. */
export interface Candidate {
  readonly id: number
  readonly spendMinor: number
  readonly metrics: Pick<Metrics, MetricName>
  readonly history: CreatorHistory
}

/** Nothing to divide by is no obstacle: spend that brought nothing is what a ranking has to see. */
const rankable = (own: Estimate): boolean => own.kind !== 'unavailable' || own.reason === 'zero-denominator'

/** Ranks creators by one metric, each shrunk towards its group. In the order given; whatever that is, the places are the same. */
export function rankCreators(candidates: readonly Candidate[], metric: MetricName): CreatorRanking[] {
  const ranked = candidates.filter(({ metrics }) => rankable(metrics[metric])).sort((a, b) => a.id - b.id)
  const histories = ranked.map(toRanked)
  const groups = priorGroups(histories.map(({ history }) => history.kind))
  const shrinkers = new Map<PriorGroup, Shrink>()
  const posteriors = histories.map((creator, at) => {
    const group = groups[at] as PriorGroup
    let shrink = shrinkers.get(group)
    if (!shrink) {
      shrink = shrinkTowards(
        metric,
        group.members.map((member) => histories[member] as RankedHistory),
      )
      shrinkers.set(group, shrink)
    }
    return shrink(creator)
  })
  const places = topGroup(posteriors, lowerIsBetter(metric) ? 'lower' : 'higher')
  const placeOf = new Map(ranked.map((candidate, at) => [candidate, at]))
  return candidates.map((candidate) => {
    const at = placeOf.get(candidate)
    const [posterior, group, place] = at === undefined ? [] : [posteriors[at], groups[at], places[at]]
    if (!posterior || !group || !place) return unranked(candidate.metrics[metric], metric)
    const chance = Math.min(1, Math.max(0, posterior.aboveAverage))
    return {
      estimate: estimateOf(posterior, group.members.length),
      ...place,
      chanceBetter: exact(lowerIsBetter(metric) ? 1 - chance : chance),
      group: group.by,
      rough: group.rough,
    }
  })
}

/** In a group in which one has nearly everything, what the others might bring has no range that could be told. */
function estimateOf({ mean, low, high }: Posterior, creators: number): Estimate {
  const hasRange = Number.isFinite(high) && low <= mean && mean <= high
  if (!hasRange) return { kind: 'exact', point: mean, reason: 'no-positive-outcome' }
  return { kind: 'interval', point: mean, low, high, creators }
}

function toRanked({ history, spendMinor }: Candidate): RankedHistory {
  return { history, spendFactor: history.directSpend > 0 ? spendMinor / history.directSpend : 1 }
}

function unranked(own: Estimate, metric: MetricName): CreatorRanking {
  const reason = own.kind === 'unavailable' ? own.reason : nothingToShrinkBy[rankingMethods[metric]]
  const missing = unavailable(reason)
  return { estimate: missing, rank: null, topGroup: false, chanceBetter: missing, group: 'all', rough: true }
}
