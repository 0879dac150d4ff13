import {
  type CampaignLine,
  type CreatorLine,
  exchangeOf,
  type ModelUpload,
  monthOf,
  type Status,
  spendPieces,
} from './model.ts'
import { type CountedPost, countedPosts, effectiveGroups, type Group, mentions } from './model-results.ts'

/** One thing that counts: a day of a spend row, a result group, or a post. */
export type Fact = {
  creator: string
  campaign: string
  platform: string
  day: number
  spend?: { minor: number; status: Status; opens: boolean }
  group?: Group
  post?: CountedPost
}

export type ModelSettings = {
  reportingCurrency: string
  bands: { microFrom: number; microTo: number }
  /** A name's place among equals. */
  rank: (of: 'creator' | 'campaign', name: string) => number
}

type Count = { platform: string; day: number; followers: number; own: boolean }
const beforeAll = -1_000_000_000

/** The facts of some uploads, with aliases resolved, and who is in which tier. */
export class ModelView {
  readonly facts: Fact[]
  readonly months: string[]
  /** Per month, measure and currency: what the rows themselves add up to. */
  readonly totals = new Map<string, number>()
  readonly campaigns = new Map<string, CampaignLine>()
  readonly traits = new Map<string, { niche: string | null; region: string | null }>()
  readonly settings: ModelSettings
  readonly #counts = new Map<string, Count[]>()
  readonly #aliases = { creator: new Map<string, string>(), campaign: new Map<string, string>() }

  constructor(uploads: readonly ModelUpload[], settings: ModelSettings) {
    this.settings = settings
    const exchange = exchangeOf(uploads, settings.reportingCurrency)
    const pieces = spendPieces(uploads, exchange)
    const groups = effectiveGroups(uploads, exchange)
    const posts = countedPosts(uploads, groups)
    for (const { of, alias, name } of uploads.flatMap(({ aliases }) => aliases)) {
      if (name === null || name === alias) this.#aliases[of].delete(alias)
      else this.#aliases[of].set(alias, name)
    }
    this.facts = [
      ...pieces.map(({ minor, status, opens, ...of }) => ({ ...this.#who(of), spend: { minor, status, opens } })),
      ...groups.map((group) => ({ ...this.#who(group), group })),
      ...posts.map((post) => ({ ...this.#who(post), post })),
    ]
    this.months = [...new Set(uploads.flatMap(monthsOf))].sort()
    for (const { day, own } of pieces) this.#total(day, 'spend', own.currency, own.minor)
    for (const { day, revenue } of groups)
      for (const [currency, minor] of revenue) this.#total(day, 'revenue', currency, minor)
    this.#readDirectory(uploads)
    for (const { creator, platform, group } of this.facts) {
      if (group?.figures.followers === undefined || creator === '') continue
      const day = group.published ?? group.day
      this.#count(creator, { platform, day, followers: group.figures.followers, own: true })
    }
  }

  resolve(of: 'creator' | 'campaign', name: string): string {
    const path = [name]
    for (;;) {
      const next = this.#aliases[of].get(path.at(-1) as string)
      if (next === undefined) return path.at(-1) as string
      const at = path.indexOf(next)
      if (at >= 0)
        return path.slice(at).sort((a, b) => this.settings.rank(of, a) - this.settings.rank(of, b))[0] as string
      path.push(next)
    }
  }

  /** The tier in which a creator's spend and results of a campaign (or, without one, of a month) stand. */
  tierOf({ creator, campaign, day }: { creator: string; campaign: string; day: number }): string {
    if (campaign === '') return this.#band(this.followers(creator, [], lastDayOf(monthOf(day))))
    const own = this.facts.filter((fact) => fact.creator === creator && fact.campaign === campaign)
    const posted = own.filter(({ group }) => group)
    const start =
      posted.length > 0
        ? Math.min(...posted.map(({ group }) => group?.published ?? (group as Group).day))
        : (this.campaigns.get(campaign)?.start ?? firstDayOf(own.map((fact) => monthOf(fact.day)).sort()[0] as string))
    return this.#band(
      this.followers(
        creator,
        posted.map(({ platform }) => platform),
        start,
      ),
    )
  }

  followers(creator: string, platforms: readonly string[], day: number): number | undefined {
    const counts = this.#counts.get(creator) ?? []
    const known = [...new Set(counts.map(({ platform }) => platform))]
    const wanted = known.filter((platform) => platforms.includes(platform))
    const of = (platform: string): number => {
      const own = counts.filter((count) => count.platform === platform)
      const past = own.filter((count) => count.day <= day)
      const when = past.length > 0 ? Math.max(...past.map((c) => c.day)) : Math.min(...own.map((c) => c.day))
      const there = own.filter((count) => count.day === when)
      const best = there.some((count) => count.own) ? there.filter((count) => count.own) : there
      return Math.max(...best.map(({ followers }) => followers))
    }
    const each = (wanted.length > 0 ? wanted : known).map(of)
    return each.length > 0 ? Math.max(...each) : undefined
  }

  #band(followers: number | undefined): string {
    const { microFrom, microTo } = this.settings.bands
    if (followers === undefined) return 'unknown'
    return followers < microFrom ? 'nano' : followers <= microTo ? 'micro' : 'macro'
  }

  #who(of: { creator: string; campaign: string; platform: string; day: number }) {
    const { platform, day } = of
    const creator = of.creator === '' ? '' : this.resolve('creator', of.creator)
    const campaign = of.campaign === '' ? '' : this.resolve('campaign', of.campaign)
    return { creator, campaign, platform, day }
  }

  #total(day: number, measure: string, currency: string, minor: number): void {
    const key = `${monthOf(day)} ${measure} ${currency}`
    this.totals.set(key, (this.totals.get(key) ?? 0) + minor)
  }

  #count(creator: string, count: Count): void {
    this.#counts.set(creator, [...(this.#counts.get(creator) ?? []), count])
  }

  #readDirectory(uploads: readonly ModelUpload[]): void {
    const creators = new Map<
      string,
      { niche: string | null; region: string | null; counts: Map<string, CreatorLine> }
    >()
    for (const row of uploads.flatMap(({ creators: lines }) => byCount(lines))) {
      const facts = creators.get(row.creator) ?? { niche: null, region: null, counts: new Map() }
      creators.set(row.creator, facts)
      facts.niche = row.niche ?? facts.niche
      facts.region = row.region ?? facts.region
      if (row.followers !== null) facts.counts.set(`${row.platform} ${row.day}`, row)
    }
    for (const [name, { counts, ...traits }] of this.#mainFirst('creator', creators)) {
      const main = this.resolve('creator', name)
      const known = this.traits.get(main)
      this.traits.set(main, { niche: known?.niche ?? traits.niche, region: known?.region ?? traits.region })
      for (const { platform, day, followers } of counts.values())
        this.#count(main, { platform, day: day ?? beforeAll, followers: followers as number, own: false })
    }
    const campaigns = new Map<string, CampaignLine>()
    for (const row of uploads.flatMap((upload) => upload.campaigns)) {
      const said = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))
      campaigns.set(row.campaign, { ...(campaigns.get(row.campaign) ?? row), ...said })
    }
    for (const [name, facts] of this.#mainFirst('campaign', campaigns)) {
      const main = this.resolve('campaign', name)
      if (!this.campaigns.has(main)) this.campaigns.set(main, facts)
    }
  }

  /** What is said of the name itself goes before what is said of its aliases. */
  #mainFirst<T>(of: 'creator' | 'campaign', entries: ReadonlyMap<string, T>): [string, T][] {
    const weight = (name: string): number => (this.#aliases[of].has(name) ? 2 ** 50 : 0) + this.settings.rank(of, name)
    return [...entries].sort(([a], [b]) => weight(a) - weight(b))
  }
}

/** Of one file the line with the latest count has the last word. */
const byCount = (lines: readonly CreatorLine[]): CreatorLine[] =>
  [...lines].sort(
    (a, b) =>
      (a.day ?? beforeAll) - (b.day ?? beforeAll) || (a.platform < b.platform ? -1 : Number(a.platform > b.platform)),
  )

/** Months that an upload's rows touch. */
function monthsOf(upload: ModelUpload): string[] {
  const days = [
    ...upload.results.map(({ day }) => day),
    ...mentions(upload).map(({ day }) => day),
    ...upload.spends.flatMap(({ day, period }) =>
      period ? Array.from({ length: period.days }, (_, i) => period.from + i) : [day],
    ),
  ]
  return days.map(monthOf)
}

export function firstDayOf(month: string): number {
  return Date.parse(`${month}-01T00:00:00Z`) / 86_400_000
}

export function lastDayOf(month: string): number {
  let day = firstDayOf(month)
  while (monthOf(day + 1) === month) day++
  return day
}
