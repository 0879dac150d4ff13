import { beforeAll, expect, test } from 'vitest'
import type { CreatorPost } from '../../functions/contract/creator.ts'
import type { NameId } from '../../functions/contract/ids.ts'
import { ReportQuery } from '../../functions/contract/report.ts'
import { listCreatorPosts } from '../../functions/usecases/list-creator-posts.ts'
import { listCreators } from '../../functions/usecases/list-creators.ts'
import { showCreator } from '../../functions/usecases/show-creator.ts'
import { type Driver, driveBooks } from './drive-books.ts'

const lines = (...rows: string[]): string => `${rows.join('\n')}\n`
const header = 'date,campaign,creator,platform,post,published,impressions,engagements,conversions,revenue,currency'

let driver: Driver
beforeAll(async () => {
  driver = await driveBooks()
  await driver.load({
    kind: 'results',
    file: lines(
      header,
      '2026-02-03,A,@anna,tiktok,old,2026-02-03,1000,50,1,10.00,USD',
      '2026-03-02,A,@anna,tiktok,p1,2026-03-02,1000,50,1,10.00,USD',
      '2026-03-04,A,@anna,tiktok,p1,2026-03-02,500,10,2,20.00,USD',
      '2026-03-20,B,@anna smith,instagram,p2,2026-03-20,0,0,3,30.00,USD',
      '2026-03-21,B,@bob,instagram,p3,2026-03-21,70,7,3,30.00,USD',
    ),
  })
  // Restates one day of one post.
  await driver.load({
    kind: 'results',
    file: lines(header, '2026-03-04,A,@anna,tiktok,p1,2026-03-02,700,10,2,20.00,USD'),
  })
  await driver.load({
    kind: 'creators',
    file: lines(
      'creator,platform,followers,date',
      '@anna,tiktok,900,2026-01-05',
      '@anna,tiktok,950,2026-01-25',
      '@anna,tiktok,5000,2026-03-01',
    ),
  })
  await driver.load({ kind: 'aliases', file: lines('alias,name', '@anna smith,@anna') })
})

async function idOf(name: string): Promise<NameId> {
  const { creators } = await listCreators({ books: driver.books }, ReportQuery.parse({}), { limit: 10 })
  return creators.find((creator) => creator.name === name)?.id ?? ('' as NameId)
}

test('a creator has its tiers over time, its campaigns and its last post', async () => {
  const history = await showCreator({ books: driver.books }, { id: await idOf('@anna') })
  expect(history).toMatchObject({ name: '@anna', lastPost: '2026-03-20' })
  expect(history.followers).toEqual([
    { month: '2026-03', platform: 'tiktok', followers: 5000, tier: 'micro' },
    { month: '2026-01', platform: 'tiktok', followers: 950, tier: 'nano' },
  ])
  expect(history.deals.map(({ name, firstPost, tier }) => [name, firstPost, tier])).toEqual([
    ['B', '2026-03-20', 'micro'],
    ['A', '2026-02-03', 'nano'],
  ])
})

async function posts(limit: number): Promise<CreatorPost[]> {
  const all: CreatorPost[] = []
  const id = await idOf('@anna')
  let cursor: string | undefined
  do {
    const page = await listCreatorPosts(
      { books: driver.books },
      { id, limit, ...(cursor === undefined ? {} : { cursor }) },
    )
    all.push(...page.posts)
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  return all
}

test('posts are listed newest first, as later files restate them, under all names', async () => {
  const all = await posts(50)
  expect(all.map(({ post, published, campaign }) => [post, published, campaign])).toEqual([
    ['p2', '2026-03-20', 'B'],
    ['p1', '2026-03-02', 'A'],
    ['old', '2026-02-03', 'A'],
  ])
  expect(all[1]).toMatchObject({ impressions: 1700, engagements: 60, conversions: 3, revenueMinor: 3000, clicks: null })
  expect(all[1]?.engagementRate).toEqual({ kind: 'exact', point: 60 / 1700 })
  expect(all[0]?.engagementRate).toEqual({ kind: 'unavailable', reason: 'zero-denominator' })
})

test('pages of posts add up to all of them', async () => {
  expect(await posts(1)).toEqual(await posts(50))
  expect(await posts(2)).toEqual(await posts(50))
})

test('what posts add up to is what the creator’s row says', async () => {
  const { creators } = await listCreators({ books: driver.books }, ReportQuery.parse({ creator: ['@anna'] }), {
    limit: 1,
  })
  const all = await posts(50)
  const sum = (of: (post: CreatorPost) => number | null) => all.reduce((total, post) => total + (of(post) ?? 0), 0)
  expect(sum(({ conversions }) => conversions)).toBe(creators[0]?.conversions)
  expect(sum(({ revenueMinor }) => revenueMinor)).toBe(creators[0]?.revenueMinor)
  expect(sum(({ impressions }) => impressions)).toBe(creators[0]?.impressions)
})

test('a stranger and a foreign cursor are refused', async () => {
  const deps = { books: driver.books }
  await expect(showCreator(deps, { id: '000000000000' as NameId })).rejects.toMatchObject({ code: 'not-found' })
  const id = await idOf('@anna')
  await expect(listCreatorPosts(deps, { id, limit: 5, cursor: '1999-01.0' })).rejects.toMatchObject({
    code: 'invalid-request',
  })
})
