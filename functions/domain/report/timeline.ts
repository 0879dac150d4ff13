import { type Day, noDay } from '../calendar.ts'
import { getOrAdd } from '../get-or-add.ts'

/** Follower counts of one creator on one platform, by day. */
type Counts = { days: Day[]; followers: number[] }

/** Dated follower counts by creator and platform; of two for one day a row's own beats the directory's. */
export class Timeline {
  readonly #given = new Map<number, Map<string, Map<Day, { followers: number; own: boolean }>>>()
  readonly #sorted = new Map<number, Map<string, Counts>>()

  /** @param own given by a result row; of several for one day the largest counts */
  add(creator: number, platform: string, day: Day, followers: number, own: boolean): void {
    const platforms = getOrAdd(this.#given, creator, () => new Map())
    const days = getOrAdd(platforms, platform, () => new Map())
    const known = days.get(day)
    if (!known || (own && !known.own) || (own === known.own && followers > known.followers))
      days.set(day, { followers, own })
    this.#sorted.delete(creator)
  }

  /**
   * The largest count over some platforms (over all that are known, where none of those is): carried forward from the
   * last day up to `day`, else back from the first. Undefined for a creator without any count.
   */
  followers(creator: number, platforms: Iterable<string>, day: Day): number | undefined {
    const known = this.#of(creator)
    if (!known) return undefined
    let most: number | undefined
    for (const platform of platforms) most = larger(most, countAt(known.get(platform), day))
    if (most !== undefined) return most
    for (const counts of known.values()) most = larger(most, countAt(counts, day))
    return most
  }

  /** Every count of a creator, by platform and ascending by day. */
  counts(creator: number): { platform: string; day: Day; followers: number }[] {
    return [...(this.#of(creator) ?? [])].flatMap(([platform, { days, followers }]) =>
      days.map((day, at) => ({ platform, day, followers: followers[at] as number })),
    )
  }

  #of(creator: number): Map<string, Counts> | undefined {
    const ready = this.#sorted.get(creator)
    if (ready) return ready
    const platforms = this.#given.get(creator)
    if (!platforms) return undefined
    const sorted = new Map<string, Counts>()
    for (const [platform, days] of platforms) {
      const entries = [...days].sort(([a], [b]) => a - b)
      sorted.set(platform, {
        days: entries.map(([day]) => day),
        followers: entries.map(([, count]) => count.followers),
      })
    }
    this.#sorted.set(creator, sorted)
    return sorted
  }
}

/** A count without a date stands before all dated ones. */
export const undated: Day = noDay

function countAt(counts: Counts | undefined, day: Day): number | undefined {
  if (!counts) return undefined
  let low = 0
  let high = counts.days.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((counts.days[middle] as Day) <= day) low = middle + 1
    else high = middle
  }
  return counts.followers[Math.max(0, low - 1)]
}

const larger = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined ? b : b === undefined ? a : Math.max(a, b)
