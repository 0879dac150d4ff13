import type { Closing } from '../contract/books-change.ts'
import type { Instant } from '../contract/ids.ts'
import type { ToldVerdict } from './keep-verdicts.ts'

/** A verdict that held at so many closes is looked no further back for. */
const closesMax = 12

/**
 * Since when a verdict has held at each close of a month, if at two or more. Each close made a snapshot, which says for
 * ever what it said then: nothing has to be kept for it.
 *
 * @param verdictAt answers the same question from an earlier snapshot
 */
export async function findStableSince(
  { verdict, tierRule, currency }: ToldVerdict,
  closings: readonly Closing[],
  verdictAt: (snapshot: number) => Promise<ToldVerdict>,
): Promise<Instant | null> {
  if (verdict === 'not_enough_data' || verdict === 'inconclusive') return null
  const closes = new Map(closings.flatMap(({ closed, reopened }) => (reopened ? [] : [[closed.snapshot, closed.at]])))
  const latest = [...closes].sort(([a], [b]) => b - a).slice(0, closesMax)
  let since: Instant | null = null
  let held = 0
  if (latest.length < 2) return null
  for (const [snapshot, at] of latest) {
    const then = await verdictAt(snapshot)
    if (then.verdict !== verdict || then.currency !== currency || then.tierRule !== tierRule) break
    held++
    since = at
  }
  return held >= 2 ? since : null
}
