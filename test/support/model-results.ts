import {
  add,
  type Figure,
  type Figures,
  figures,
  type ModelUpload,
  monthOf,
  type ResultLine,
  resultKey,
} from './model.ts'
import type { Exchange } from './model-money.ts'

/** What counts of one key, on one day. */
export type Group = {
  creator: string
  campaign: string
  platform: string
  post: string
  day: number
  published: number | null
  figures: Figures
  /** Own currency → sum of revenue. */
  revenue: Map<string, number>
  /** In the reporting currency. */
  convertedRevenue: number
  convertedProfit: number
}

export type CountedPost = {
  creator: string
  campaign: string
  platform: string
  day: number
  active: boolean
  followers: number | null
}

const states: readonly Figure[] = ['followers', 'contentScore', 'brandFit']

type Given = { upload: number; rows: readonly ResultLine[] }

/** The result rows that count: of each key and measure those of the last upload that gives it. */
export function effectiveGroups(uploads: readonly ModelUpload[], exchange: Exchange): Group[] {
  return [false, true].flatMap((lifetime) => {
    const keys = new Map<string, Given[]>()
    uploads.forEach((upload, at) => {
      if (upload.lifetime !== lifetime) return
      const own = new Map<string, ResultLine[]>()
      for (const row of upload.results) add(own, resultKey(row, lifetime), row)
      for (const [key, rows] of own) for (const part of byMonth(rows)) add(keys, key, { upload: at, rows: part })
    })
    return [...keys.values()].flatMap((given) => groupsOf(given, lifetime, exchange))
  })
}

/** Should one upload tell two months for a post, the earlier has the last word. */
function byMonth(rows: readonly ResultLine[]): ResultLine[][] {
  const months = new Map<string, ResultLine[]>()
  for (const row of rows) add(months, monthOf(row.day), row)
  return [...months].sort(([a], [b]) => (a < b ? 1 : -1)).map(([, part]) => part)
}

/** Lifetime figures stand on the publication that their winner tells: after a correction of it, in two months. */
function groupsOf(given: readonly Given[], lifetime: boolean, exchange: Exchange): Group[] {
  const winners = figures.flatMap((figure) => {
    const winner = given.findLast(({ rows }) => rows.some((row) => row.figures[figure] !== undefined))
    return winner ? [{ figure, winner }] : []
  })
  const months = lifetime
    ? [...new Set(winners.map(({ winner }) => monthOf(firstDay(winner))))]
    : [monthOf(firstDay(given[0] as Given))]
  return months.map((month) => {
    const here = given.filter((of) => monthOf(firstDay(of)) === month)
    const said = here.flatMap(({ rows }) => rows)
    const first = said[0] as ResultLine
    const group: Group = {
      creator: last(said.map(({ creator }) => creator)) ?? '',
      campaign: last(said.map(({ campaign }) => campaign)) ?? '',
      platform: first.platform,
      post: first.post,
      day: first.day,
      published: publicationOf(here),
      figures: {},
      revenue: new Map(),
      convertedRevenue: 0,
      convertedProfit: 0,
    }
    if (lifetime) group.day = group.published as number
    for (const { figure, winner } of winners) if (here.includes(winner)) fill(group, figure, winner, exchange)
    return group
  })
}

/** By the last upload that tells one; should it tell two, the earlier. */
function publicationOf(given: readonly Given[]): number | null {
  const days = given.map(({ rows }) => rows.flatMap(({ published }) => published ?? []))
  const told = days.findLast((list) => list.length > 0)
  return told ? Math.min(...told) : null
}

function fill(group: Group, figure: Figure, { rows }: Given, exchange: Exchange): void {
  const given = rows.filter((row) => row.figures[figure] !== undefined)
  const values = given.map((row) => row.figures[figure] as number)
  group.figures[figure] = states.includes(figure) ? Math.max(...values) : sum(values)
  const converted = (): number =>
    sum(given.map((row) => exchange.convert(row.figures[figure] as number, row.currency, row.day)))
  if (figure === 'grossProfit') group.convertedProfit = converted()
  if (figure !== 'revenue') return
  group.convertedRevenue = converted()
  for (const row of given)
    group.revenue.set(row.currency, (group.revenue.get(row.currency) ?? 0) + (row.figures.revenue as number))
}

type Mention = ResultLine & { upload: number; told: boolean }

/**
 * Posts, once each: on the publication that the last upload tells; where no row of a month tells one, in that month on
 * their first day there, as active.
 */
export function countedPosts(uploads: readonly ModelUpload[], groups: readonly Group[]): CountedPost[] {
  const byPost = new Map<string, Mention[]>()
  uploads.forEach((upload, at) => {
    for (const mention of mentions(upload)) add(byPost, postOf(mention), { ...mention, upload: at })
  })
  const groupsBy = new Map<string, Group[]>()
  for (const group of groups) if (group.post !== '') add(groupsBy, postOf(group), group)
  return [...byPost].flatMap(([key, all]) => {
    const own = groupsBy.get(key) ?? []
    const telling = all.findLast(({ published }) => published !== null)?.upload
    const days = all.filter(({ upload }) => upload === telling).flatMap(({ published }) => published ?? [])
    const publication = telling === undefined ? null : Math.min(...days)
    const counted: CountedPost[] = []
    for (const month of new Set(all.map(({ day }) => monthOf(day)))) {
      const here = all.filter(({ day }) => monthOf(day) === month)
      const inMonth = own.filter(({ day }) => monthOf(day) === month)
      const followers = followersOf(here, inMonth)
      const { platform } = here[0] as Mention
      if (publication !== null && monthOf(publication) === month) {
        const creator = last(here.map((mention) => mention.creator)) ?? ''
        const campaign = last(here.map((mention) => mention.campaign)) ?? ''
        counted.push({ creator, campaign, platform, day: publication, active: false, followers })
      } else if (here.every(({ published }) => published === null)) {
        const { creator, campaign, day } = inMonth.reduce((a, b) => (b.day < a.day ? b : a))
        counted.push({ creator, campaign, platform, day, active: true, followers })
      }
    }
    return counted
  })
}

/**
 * What a file says of posts in each month. A daily row also says in the month of the publication that it tells, unless
 * the file has rows there: with the earliest follower count of such rows.
 */
export function mentions(upload: ModelUpload): Omit<Mention, 'upload'>[] {
  const posts = upload.results.filter(({ post }) => post !== '')
  const plain = posts.map((row) => ({ ...row, told: false }))
  if (upload.lifetime) return plain
  const away = new Map<string, ResultLine[]>()
  for (const row of posts) {
    const { published } = row
    if (published === null) continue
    const atHome = posts.some(
      (other) =>
        postOf(other) === postOf(row) && other.published === published && monthOf(other.day) === monthOf(published),
    )
    if (!atHome) add(away, JSON.stringify([postOf(row), published]), row)
  }
  const told = [...away.values()].map((rows) => {
    const sorted = [...rows].sort((a, b) => a.day - b.day)
    const counted = sorted.filter((row) => row.figures.followers !== undefined)
    const earliest = counted.filter(({ day }) => day === counted[0]?.day)
    const followers = Math.max(...earliest.map((row) => row.figures.followers as number))
    return {
      ...(rows[0] as ResultLine),
      creator: sorted.find(({ creator }) => creator !== '')?.creator ?? '',
      campaign: sorted.find(({ campaign }) => campaign !== '')?.campaign ?? '',
      day: (rows[0] as ResultLine).published as number,
      figures: counted.length > 0 ? { followers } : {},
      told: true,
    }
  })
  return [...plain, ...told]
}

/** The count of the earliest day in the month that has one; a row of that day before one of another month. */
function followersOf(here: readonly Mention[], groups: readonly Group[]): number | null {
  const told = here.findLast((mention) => mention.told && mention.figures.followers !== undefined)
  const toldDay = here.findLast((mention) => mention.told)?.day as number
  const counts = [
    ...groups.map(({ day, figures: of }) => ({ day, followers: of.followers, order: 0 })),
    ...(told ? [{ day: toldDay, followers: told.figures.followers, order: 1 }] : []),
  ].filter(({ followers }) => followers !== undefined)
  return counts.sort((a, b) => a.day - b.day || a.order - b.order)[0]?.followers ?? null
}

const firstDay = ({ rows }: Given): number => (rows[0] as ResultLine).day
const postOf = (of: { platform: string; post: string }): string => JSON.stringify([of.platform, of.post])
const last = (texts: readonly string[]): string | undefined => texts.findLast((text) => text !== '')
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
