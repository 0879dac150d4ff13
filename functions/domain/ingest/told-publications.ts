import type { Day } from '../calendar.ts'
import type { ResultRow } from './row-schemas.ts'
import type { RowIds } from './row-sink.ts'

/** What rows of other months say of a post in the month of its publication. */
export type ToldPublication = {
  line: number
  platform: string
  post: string
  published: Day
  creator: number
  campaign: number
  followers: number | null
}

type Told = ToldPublication & { creatorDay: Day; campaignDay: Day; followersDay: Day }

/**
 * Publications that a file tells by rows of other months only. Of each thing that they say the earliest day's counts,
 * in whatever order the rows come.
 */
export class ToldPublications {
  readonly #atHome = new Set<string>()
  readonly #away = new Map<string, Told>()

  /** The file has a row of the post in the month of this publication. */
  atHome(row: ResultRow, published: Day): void {
    const key = keyOf(row, published)
    this.#atHome.add(key)
    this.#away.delete(key)
  }

  away(line: number, row: ResultRow, ids: RowIds, published: Day): void {
    const key = keyOf(row, published)
    if (this.#atHome.has(key)) return
    let told = this.#away.get(key)
    if (!told) {
      const { platform, post } = row
      told = { line, platform, post, published, creator: 0, campaign: 0, followers: null, ...never }
      this.#away.set(key, told)
    }
    if (ids.creator !== 0 && isEarlier(row.day, told.creatorDay, ids.creator < told.creator)) {
      told.creator = ids.creator
      told.creatorDay = row.day
    }
    if (ids.campaign !== 0 && isEarlier(row.day, told.campaignDay, ids.campaign < told.campaign)) {
      told.campaign = ids.campaign
      told.campaignDay = row.day
    }
    const { followers } = row
    if (followers !== null && isEarlier(row.day, told.followersDay, followers > (told.followers ?? 0))) {
      told.followers = followers
      told.followersDay = row.day
    }
  }

  all(): Iterable<ToldPublication> {
    return this.#away.values()
  }
}

const never = {
  creatorDay: Number.POSITIVE_INFINITY,
  campaignDay: Number.POSITIVE_INFINITY,
  followersDay: Number.POSITIVE_INFINITY,
}

const isEarlier = (day: Day, known: Day, firstOfSameDay: boolean): boolean =>
  day < known || (day === known && firstOfSameDay)

const keyOf = ({ platform, post }: ResultRow, published: Day): string => `${published}|${platform}|${post}`
