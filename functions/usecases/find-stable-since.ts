import type { Closing } from '../contract/books-change.ts'
import type { Instant } from '../contract/ids.ts'
import type { Report } from '../contract/report.ts'

/** A verdict that held at so many closes is looked no further back for. */
const closesMax = 12

/**
 * Since when a verdict has held at each close of a month, if at two or more. Each close made a snapshot, which says for
 * ever what it said then: nothing has to be kept for it.
 *
 * @param reportAt answers the same question from an earlier snapshot
 */
export async function findStableSince(
  { comparison, tierRule, currency }: Report,
  closings: readonly Closing[],
  reportAt: (snapshot: number) => Promise<Report>,
): Promise<Instant | null> {
  if (comparison.verdict === 'not_enough_data' || comparison.verdict === 'inconclusive') return null
  const closes = new Map(closings.flatMap(({ closed, reopened }) => (reopened ? [] : [[closed.snapshot, closed.at]])))
  const latest = [...closes].sort(([a], [b]) => b - a).slice(0, closesMax)
  let since: Instant | null = null
  let held = 0
  if (latest.length < 2) return null
  for (const [snapshot, at] of latest) {
    const then = await reportAt(snapshot)
    const same =
      then.comparison.verdict === comparison.verdict &&
      then.currency === currency &&
      then.tierRule.sentence === tierRule.sentence
    if (!same) break
    held++
    since = at
  }
  return held >= 2 ? since : null
}
