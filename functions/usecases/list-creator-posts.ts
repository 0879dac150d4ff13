import type { CreatorPost, CreatorPostList } from '../contract/creator.ts'
import type { NameId, UploadId } from '../contract/ids.ts'
import { limits } from '../contract/limits.ts'
import type { MinorUnits } from '../contract/money.ts'
import { CodedError } from '../contract/problem.ts'
import type { ReportQuery } from '../contract/report.ts'
import { formatDay, formatMonth, noDay, parseMonth } from '../domain/calendar.ts'
import { decodeBlock } from '../domain/ledger/encode-block.ts'
import { MonthFold } from '../domain/ledger/fold-month.ts'
import type { Measure } from '../domain/ledger/measures.ts'
import { MonthRates } from '../domain/ledger/month-rates.ts'
import type { RollupHeader } from '../domain/ledger/rollup.ts'
import { Rates } from '../domain/money/rates.ts'
import type { ViewMonth } from '../domain/report/books-view.ts'
import { type PostFigures, postsOfMonth } from '../domain/report/creators/posts-of-month.ts'
import { exact, unavailable } from '../domain/report/metrics.ts'
import type { Books } from '../store/ports.ts'
import { findCreator } from './find-creator.ts'
import { readNames } from './open-view.ts'
import { blockKeys } from './read-blocks.ts'
import { readRates } from './read-rollups.ts'

type Input = { id: NameId; limit: number; cursor?: string } & Pick<ReportQuery, 'snapshot' | 'preview'>

/**
 * The posts of one creator, newest month first, with what counts of each. Reads the rows of a month again, and of
 * `limits.postMonthsMax` months at most: a page may be short, or empty, before there is no next. Throws `not-found`,
 * `preview-outdated`, `invalid-request` for a cursor that it did not give.
 */
export async function listCreatorPosts(deps: { books: Books }, input: Input): Promise<CreatorPostList> {
  const { view, resolved, at } = await findCreator(deps, input)
  const names = await readNames(deps, view)
  const months = view.months.filter((month) => hasResults(month, at)).reverse()
  let [month, from] = readCursor(input.cursor, months)
  const rates = new Rates(await readRates(deps.books.chunks, resolved.body.fx))
  const posts: CreatorPost[] = []
  let next: string | null = null
  for (let read = 0; month < months.length && next === null; month++, from = 0, read++) {
    const of = months[month] as ViewMonth
    const name = formatMonth(of.month)
    if (read === limits.postMonthsMax || posts.length === input.limit) {
      next = `${name}.0`
      break
    }
    const groups = await foldResults(deps, of.rollup.header, rates)
    const found = postsOfMonth(groups, (id) => id !== 0 && view.creatorAt(id) === at)
    const taken = found.slice(from, from + input.limit - posts.length)
    const campaignOf = (id: number): string | null => names.campaigns[view.campaignAt(id) ?? 0] ?? null
    posts.push(...taken.map((post) => toPost(post, name, post.campaign === 0 ? null : campaignOf(post.campaign))))
    if (from + taken.length < found.length) next = `${name}.${from + taken.length}`
  }
  const snapshot = { number: resolved.number, committedAt: resolved.committedAt }
  return { snapshot, currency: resolved.body.settings.reportingCurrency, posts, next }
}

function hasResults({ creator, rollup }: ViewMonth, at: number): boolean {
  const { firstPost, count } = rollup.cells
  for (let cell = 0; cell < count; cell++) if (creator[cell] === at && firstPost[cell] !== noDay) return true
  return false
}

/** `2026-03.40`: the month, and how many of its posts were told. */
function readCursor(cursor: string | undefined, months: readonly ViewMonth[]): [month: number, from: number] {
  if (cursor === undefined) return [0, 0]
  const [, name, from] = /^(\d{4}-\d{2})\.(\d{1,6})$/.exec(cursor) ?? []
  const month = months.findIndex((one) => name !== undefined && formatMonth(one.month) === name)
  if (month < 0) throw new CodedError('invalid-request', `“${cursor}” is not a cursor that this list gave.`)
  return [month, Number(from)]
}

async function foldResults(deps: { books: Books }, { month, inputs }: RollupHeader, rates: Rates) {
  const place = `MONTH#${month}`
  const won = new Map(inputs.limits.map(([key, allowed]) => [key, new Map(allowed as [UploadId, number][])]))
  const { convert } = new MonthRates(rates, inputs.currency)
  const fold = new MonthFold({ month: parseMonth(month), convert, limits: won })
  for (const { upload, staging, blocks } of inputs.uploads) {
    const keys = blockKeys({ id: upload, staging, blocks: { [place]: blocks } }, place)
    // Not kept: reports need the memory for what they read again and again.
    const bytes = await deps.books.chunks.read(keys, { uncached: true })
    fold.apply(upload, bytes.map(decodeBlock))
  }
  return fold.results
}

function toPost(
  { platform, post, published, figures }: PostFigures,
  month: string,
  campaign: string | null,
): CreatorPost {
  const of = (name: Measure): number | null => figures.get(name) ?? null
  const [engagements, impressions] = [of('engagements'), of('impressions')]
  const rated = engagements !== null && impressions !== null
  return {
    month,
    platform,
    post,
    published: published === noDay ? null : formatDay(published),
    campaign,
    impressions,
    reach: of('reach'),
    engagements,
    clicks: of('clicks'),
    conversions: of('conversions'),
    revenueMinor: of('revenue') as MinorUnits | null,
    engagementRate: !rated
      ? unavailable('no-data')
      : impressions > 0
        ? exact(engagements / impressions)
        : unavailable('zero-denominator'),
  }
}
