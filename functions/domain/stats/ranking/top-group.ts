import type { Posterior } from './posterior.ts'

export interface Place {
  /** From 1; null for those without a posterior. */
  readonly rank: number | null
  /** Its interval holds the leader's mean: nothing tells it from the best. */
  readonly topGroup: boolean
}

/**
 * Places by the posterior mean, ties by the worse limit, then by the order given. Whose interval contains the leader's mean
 * is in the top group with it.
 */
export function topGroup(posteriors: readonly (Posterior | null)[], better: 'higher' | 'lower'): Place[] {
  const sign = better === 'higher' ? -1 : 1
  const worse = better === 'higher' ? 'low' : 'high'
  const ranked = posteriors.flatMap((posterior, at) => (posterior ? [{ posterior, at }] : []))
  ranked.sort(
    (a, b) =>
      sign * (a.posterior.mean - b.posterior.mean) || sign * (a.posterior[worse] - b.posterior[worse]) || a.at - b.at,
  )
  const places: Place[] = posteriors.map(() => ({ rank: null, topGroup: false }))
  const leader = ranked[0]?.posterior.mean ?? 0
  ranked.forEach(({ posterior, at }, before) => {
    places[at] = { rank: before + 1, topGroup: before === 0 || (posterior.low <= leader && leader <= posterior.high) }
  })
  return places
}
