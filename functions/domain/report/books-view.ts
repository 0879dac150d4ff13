import type { TierBands, TierName } from '../../contract/report.ts'
import { type Day, firstDayOf, type MonthIndex, noDay, parseMonth } from '../calendar.ts'
import { getOrAdd } from '../get-or-add.ts'
import type { CampaignFacts, CreatorFacts, Directory } from '../ledger/directory.ts'
import { resolveAliases } from '../ledger/fold-directory.ts'
import type { Rollup } from '../ledger/rollup.ts'
import { Timeline, undated } from './timeline.ts'

export const tierNames = ['nano', 'micro', 'macro', 'unknown'] as const satisfies readonly TierName[]

/** Position in `tierNames` by a follower count. */
export function tierOf(followers: number | undefined, bands: TierBands): number {
  if (followers === undefined) return 3
  return followers < bands.microFrom ? 0 : followers <= bands.microTo ? 1 : 2
}

/** A creator or campaign after aliases; position 0 stands for none. */
export type ViewCreator = { id: number; facts: CreatorFacts | null }
export type ViewCampaign = { id: number; facts: CampaignFacts | null; firstRow: Day; lastRow: Day }

/** A month's cells with who they are about: positions in the view's creators and campaigns. */
export type ViewMonth = {
  month: MonthIndex
  rollup: Rollup
  creator: Int32Array
  campaign: Int32Array
  /** Position of the two together in the view's pairs. */
  pair: Int32Array
  /** Position in `tierNames`. */
  tier: Uint8Array
  /** Followers to take for a post whose rows gave none; -1 where nothing is known. */
  joinedFollowers: Float64Array
}

type Pair = { firstPost: Day; firstMonth: MonthIndex; platforms: Set<string>; tier: number }

/**
 * One state of the books as reports read it: aliases resolved, and each cell's creator in the tier that it has in its
 * campaign. Made once a snapshot.
 */
export class BooksView {
  readonly creators: ViewCreator[] = [{ id: 0, facts: null }]
  readonly campaigns: ViewCampaign[] = [{ id: 0, facts: null, firstRow: noDay, lastRow: noDay }]
  /** Creators in campaigns (0 for none) that some cell is about. */
  readonly pairs: { creator: number; campaign: number }[] = []
  readonly months: ViewMonth[]
  readonly timeline = new Timeline()
  readonly bands: TierBands
  readonly #creatorAt = new Map<number, number>([[0, 0]])
  readonly #campaignAt = new Map<number, number>([[0, 0]])
  readonly #pairs = new Map<number, Pair>()
  readonly #pairAt = new Map<number, number>()
  readonly #campaignAliases: ReadonlyMap<number, number>
  readonly #creatorAliases: ReadonlyMap<number, number>

  constructor(rollups: readonly Rollup[], directory: Directory, bands: TierBands) {
    this.bands = bands
    const creatorAliases = resolveAliases(directory.creatorAliases)
    const campaignAliases = resolveAliases(directory.campaignAliases)
    this.#campaignAliases = campaignAliases
    this.#creatorAliases = creatorAliases
    for (const [id, facts] of directory.creators) this.#addCreatorFacts(id, facts, creatorAliases)
    for (const [id, facts] of directory.campaigns) {
      const at = this.#campaign(campaignAliases.get(id) ?? id)
      const entry = this.campaigns[at] as ViewCampaign
      if (entry.facts === null || !campaignAliases.has(id)) entry.facts = facts
    }
    this.months = rollups.map((rollup) => this.#month(rollup, creatorAliases, campaignAliases))
    for (const month of this.months) this.#giveTiers(month)
  }

  /** Position of a campaign's name id, or of an alias of it; undefined if the books do not know it. */
  campaignAt(id: number): number | undefined {
    return this.#campaignAt.get(this.#campaignAliases.get(id) ?? id)
  }

  /** Position of a creator's name id, or of an alias of it; undefined if the books do not know it. */
  creatorAt(id: number): number | undefined {
    return this.#creatorAt.get(this.#creatorAliases.get(id) ?? id)
  }

  /** Tier of a creator in a campaign, as a position in `tierNames`; undefined if they have nothing there. */
  pairTier(creator: number, campaign: number): number | undefined {
    return this.#pairs.get(pairOf(creator, campaign))?.tier
  }

  #addCreatorFacts(id: number, facts: CreatorFacts, aliases: ReadonlyMap<number, number>): void {
    const at = this.#creator(aliases.get(id) ?? id)
    const entry = this.creators[at] as ViewCreator
    const isAlias = aliases.has(id)
    const [strong, weak] = isAlias ? [entry.facts, facts] : [facts, entry.facts]
    entry.facts = {
      niche: strong?.niche ?? weak?.niche ?? null,
      region: strong?.region ?? weak?.region ?? null,
      counts: [...(entry.facts?.counts ?? []), ...facts.counts],
    }
    for (const [platform, day, followers] of facts.counts)
      this.timeline.add(at, platform, day ?? undated, followers, false)
  }

  #creator(id: number): number {
    const known = this.#creatorAt.get(id)
    if (known !== undefined) return known
    const at = this.creators.push({ id, facts: null }) - 1
    this.#creatorAt.set(id, at)
    return at
  }

  #campaign(id: number): number {
    const known = this.#campaignAt.get(id)
    if (known !== undefined) return known
    const at = this.campaigns.push({ id, facts: null, firstRow: noDay, lastRow: noDay }) - 1
    this.#campaignAt.set(id, at)
    return at
  }

  #month(
    rollup: Rollup,
    creatorAliases: ReadonlyMap<number, number>,
    campaignAliases: ReadonlyMap<number, number>,
  ): ViewMonth {
    const { cells, observations, header } = rollup
    const month = parseMonth(header.month)
    const creators = cells.creators.map((id) => this.#creator(creatorAliases.get(id) ?? id))
    const campaigns = cells.campaigns.map((id) => this.#campaign(campaignAliases.get(id) ?? id))
    const creator = cells.creator.map((at) => creators[at] as number)
    const campaign = cells.campaign.map((at) => campaigns[at] as number)
    for (let i = 0; i < cells.count; i++) {
      const entry = this.campaigns[campaign[i] as number] as ViewCampaign
      const [first, last] = [cells.firstDay[i] as Day, cells.lastDay[i] as Day]
      if (entry.firstRow === noDay || first < entry.firstRow) entry.firstRow = first
      if (last > entry.lastRow) entry.lastRow = last
      if (creator[i] !== 0 && campaign[i] !== 0)
        this.#notePair(
          creator[i] as number,
          campaign[i] as number,
          month,
          cells.firstPost[i] as Day,
          cells.platforms[cells.platform[i] as number] ?? '',
        )
    }
    for (let i = 0; i < observations.count; i++) {
      const at = creators[observations.creator[i] as number] as number
      const platform = cells.platforms[observations.platform[i] as number] ?? ''
      this.timeline.add(at, platform, observations.day[i] as Day, observations.followers[i] as number, true)
    }
    return {
      month,
      rollup,
      creator,
      campaign,
      pair: creator.map((at, cell) => this.#pair(at, campaign[cell] as number)),
      tier: new Uint8Array(cells.count),
      joinedFollowers: new Float64Array(cells.count),
    }
  }

  #pair(creator: number, campaign: number): number {
    return getOrAdd(this.#pairAt, pairOf(creator, campaign), () => this.pairs.push({ creator, campaign }) - 1)
  }

  #notePair(creator: number, campaign: number, month: MonthIndex, firstPost: Day, platform: string): void {
    const key = pairOf(creator, campaign)
    const pair = getOrAdd(this.#pairs, key, () => ({
      firstPost: noDay,
      firstMonth: month,
      platforms: new Set(),
      tier: -1,
    }))
    if (month < pair.firstMonth) pair.firstMonth = month
    if (firstPost === noDay) return
    pair.platforms.add(platform)
    if (pair.firstPost === noDay || firstPost < pair.firstPost) pair.firstPost = firstPost
  }

  #giveTiers(view: ViewMonth): void {
    const { cells } = view.rollup
    const lastDay = firstDayOf(view.month + 1) - 1
    const joined = new Map<string, number>()
    for (let i = 0; i < cells.count; i++) {
      const creator = view.creator[i] as number
      const campaign = view.campaign[i] as number
      if (creator === 0) {
        view.tier[i] = 3
        view.joinedFollowers[i] = -1
        continue
      }
      view.tier[i] =
        campaign === 0
          ? tierOf(this.timeline.followers(creator, [], lastDay), this.bands)
          : this.#tierInCampaign(creator, campaign)
      const platform = cells.platforms[cells.platform[i] as number] ?? ''
      const key = `${creator} ${platform}`
      view.joinedFollowers[i] = getOrAdd(joined, key, () => this.timeline.followers(creator, [platform], lastDay) ?? -1)
    }
  }

  #tierInCampaign(creator: number, campaign: number): number {
    const pair = this.#pairs.get(pairOf(creator, campaign)) as Pair
    if (pair.tier >= 0) return pair.tier
    const start = this.campaigns[campaign]?.facts?.start ?? firstDayOf(pair.firstMonth)
    const day = pair.firstPost === noDay ? start : pair.firstPost
    pair.tier = tierOf(this.timeline.followers(creator, pair.platforms, day), this.bands)
    return pair.tier
  }
}

const pairOf = (creator: number, campaign: number): number => creator * 1_048_576 + campaign

/** Last days with spend and with results over some months; `noDay` where there are none. */
export function reachOf(months: readonly ViewMonth[]): { spend: Day; results: Day } {
  return months.reduce(
    (reach, { rollup: { header } }) => ({
      spend: Math.max(reach.spend, header.lastSpend),
      results: Math.max(reach.results, header.lastResult),
    }),
    { spend: noDay, results: noDay },
  )
}
