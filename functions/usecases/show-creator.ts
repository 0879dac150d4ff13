import type { CreatorDeal, CreatorHistory, FollowerCount } from '../contract/creator.ts'
import type { NameId } from '../contract/ids.ts'
import type { ReportQuery } from '../contract/report.ts'
import { type Day, formatDay, formatMonth, monthOf, noDay } from '../domain/calendar.ts'
import { formatNameId } from '../domain/ingest/name-hasher.ts'
import { cellSumIndex } from '../domain/ledger/cell-sums.ts'
import { type BooksView, tierNames, tierOf, type ViewMonth } from '../domain/report/books-view.ts'
import type { Books } from '../store/ports.ts'
import { findCreator } from './find-creator.ts'
import { readNames, type ViewNames } from './open-view.ts'
import { readDays } from './read-rollups.ts'

type Input = { id: NameId } & Pick<ReportQuery, 'snapshot' | 'preview'>

/** What the books hold of one creator over all their time. Throws `not-found`, `preview-outdated`. */
export async function showCreator(deps: { books: Books }, input: Input): Promise<CreatorHistory> {
  const { view, resolved, at } = await findCreator(deps, input)
  const [names, lastPost] = await Promise.all([readNames(deps, view), findLastPost(deps, view, at)])
  return {
    snapshot: { number: resolved.number, committedAt: resolved.committedAt },
    creator: formatNameId(view.creators[at]?.id ?? 0) as NameId,
    name: names.creators[at] ?? '',
    lastPost: lastPost === null ? null : formatDay(lastPost),
    followers: followersOf(view, at),
    deals: dealsOf(view, at, names),
  }
}

const isPosted = (sums: readonly Float64Array[], at: number): boolean =>
  (sums[cellSumIndex.posts]?.[at] ?? 0) + (sums[cellSumIndex.activePosts]?.[at] ?? 0) > 0

/** A month's cells tell that there were posts, its days when. */
async function findLastPost(deps: { books: Books }, view: BooksView, at: number): Promise<Day | null> {
  const month = view.months.findLast(({ creator, rollup }) =>
    creator.some((one, cell) => one === at && isPosted(rollup.cells.sums, cell)),
  )
  if (!month) return null
  const refs = month.rollup.header.days.map((ref) => ({
    ...ref,
    month: month.rollup.header.month,
    date: formatDay(ref.day),
  }))
  const days = await readDays(deps.books.chunks, refs)
  const last = days.findLast((day) =>
    day.cell.some((cell, place) => month.creator[cell] === at && isPosted(day.sums, place)),
  )
  return last?.day ?? null
}

/** The last count of each month and platform, newest first; undated ones say nothing of when. */
function followersOf(view: BooksView, at: number): FollowerCount[] {
  const counts = new Map<string, FollowerCount>()
  for (const { platform, day, followers } of view.timeline.counts(at)) {
    if (day === noDay) continue
    const month = formatMonth(monthOf(day))
    counts.set(`${month} ${platform}`, {
      month,
      platform,
      followers,
      tier: tierNames[tierOf(followers, view.bands)] ?? 'unknown',
    })
  }
  return [...counts].sort(([a], [b]) => (a < b ? 1 : -1)).map(([, count]) => count)
}

function dealsOf(view: BooksView, at: number, names: ViewNames): CreatorDeal[] {
  const deals = view.pairs.flatMap(({ creator, campaign }) => {
    if (creator !== at || campaign === 0) return []
    const first = firstPostOf(view.months, creator, campaign)
    const tier = tierNames[view.pairTier(creator, campaign) ?? -1] ?? 'unknown'
    const deal: CreatorDeal = {
      campaign: formatNameId(view.campaigns[campaign]?.id ?? 0) as NameId,
      name: names.campaigns[campaign] ?? '',
      firstPost: first === noDay ? null : formatDay(first),
      tier,
    }
    return [deal]
  })
  return deals.sort((a, b) => compareTexts(b.firstPost ?? '', a.firstPost ?? '') || compareTexts(a.name, b.name))
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function firstPostOf(months: readonly ViewMonth[], creator: number, campaign: number): Day {
  for (const month of months) {
    const days = month.rollup.cells.firstPost.filter(
      (day, cell) => day !== noDay && month.creator[cell] === creator && month.campaign[cell] === campaign,
    )
    if (days.length > 0) return Math.min(...days)
  }
  return noDay
}
