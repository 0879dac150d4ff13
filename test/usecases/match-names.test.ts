import { beforeEach, expect, test } from 'vitest'
import { UploadId } from '../../functions/contract/ids.ts'
import { limits } from '../../functions/contract/limits.ts'
import { MatchDecisions, type MatchKind, type MatchSuggestion } from '../../functions/contract/match.ts'
import type { Upload } from '../../functions/contract/upload.ts'
import { compareMatching } from '../../functions/usecases/compare-matching.ts'
import { decideMatches } from '../../functions/usecases/decide-matches.ts'
import { listMatches, listMatchNames, listMerged, listRefused } from '../../functions/usecases/list-matches.ts'
import { anInstant } from '../support/builders.ts'
import { type Driver, driveBooks } from './drive-books.ts'

const by = 'finance@example.com'
const page = { limit: 100 }
const spend = [
  'date,campaign,creator,amount,currency',
  '2026-03-01,Spring,Anna Smith Ltd,100.00,USD',
  '2026-03-01,Spring,"Jones, Bob",50.00,USD',
  '2026-03-01,Spring,Northlight,7.00,USD',
]
const results = [
  'date,campaign,creator,platform,followers,conversions,revenue,currency',
  '2026-03-02,Spring,@annasmith,instagram,5000,3,30.00,USD',
  '2026-03-02,Spring,Bob Jones,instagram,200000,2,20.00,USD',
  '2026-03-02,Spring,@wanderer,instagram,900,1,10.00,USD',
]

let driver: Driver
let ids: number
beforeEach(async () => {
  ids = 0
  driver = await driveBooks()
  await driver.load({ file: spend.join('\n') })
  await driver.load({ kind: 'results', file: results.join('\n') })
})

const decide = (decisions: Partial<MatchDecisions>) =>
  decideMatches(
    {
      ...driver.deps,
      now: () => anInstant,
      newId: () => UploadId.parse(`02${String(ids++).padStart(24, '0')}`),
    },
    MatchDecisions.parse({ of: 'creator', ...decisions }),
    by,
  )

const suggest = async (of: MatchKind = 'creator', state: { preview?: string; snapshot?: number } = {}) =>
  (await listMatches(driver, of, state, page)).suggestions

const names = ({ alias, name }: MatchSuggestion): string => `${alias.name} → ${name.name}`
const pairOf = ({ alias, name }: MatchSuggestion) => ({ alias: alias.id, name: name.id })
const named = async (name: string) => {
  const { names } = await listMatchNames(driver, 'creator', {}, { ...page, lacking: 'all' })
  const found = names.find((entry) => entry.name === name)
  if (!found) throw new Error(`nobody is called ${name}`)
  return found.id
}

async function ready(outcome: { upload: Upload | null }): Promise<Upload> {
  if (!outcome.upload) throw new Error('there is no upload')
  return driver.show(outcome.upload.id)
}

test('names that disagree are suggested by the money that they move', async () => {
  const list = await listMatches(driver, 'creator', {}, page)
  expect(list.suggestions.map(names)).toEqual(['Anna Smith Ltd → @annasmith', 'Jones, Bob → Bob Jones'])
  expect(list).toMatchObject({ currency: 'USD', total: 2, next: null, evidenceCut: false })
  expect(list.suggestions[0]).toMatchObject({
    alias: { lacks: ['results', 'tier'], spendMinor: 10_000, unmatchedMinor: 10_000 },
    name: { lacks: ['spend'], revenueMinor: 3000 },
    moves: { spendMinor: 10_000, revenueMinor: 3000 },
  })
})

test('many accepted at once are one upload, whose preview tells what it gains, and nothing counts before the commit', async () => {
  const before = await driver.report()
  const upload = await ready(await decide({ accept: (await suggest()).map(pairOf) }))
  expect(upload).toMatchObject({ state: 'ready', kind: 'aliases', origin: 'matching', createdBy: by, rows: { new: 2 } })
  expect(await driver.report()).toEqual(before)

  const preview = upload.preview ?? ''
  const gain = await compareMatching(driver, { preview })
  expect(gain.before.creator).toEqual({
    unmatched: { amountMinor: 15_700, names: 3 },
    withoutResults: { amountMinor: 15_700, names: 3 },
    withoutSpend: { amountMinor: 6000, names: 3 },
  })
  expect(gain.after.creator).toEqual({
    unmatched: { amountMinor: 700, names: 1 },
    withoutResults: { amountMinor: 700, names: 1 },
    withoutSpend: { amountMinor: 1000, names: 1 },
  })
  for (const [standing, report] of [
    [gain.before, before],
    [gain.after, await driver.report({ preview })],
  ] as const) {
    expect(standing.creator.unmatched.amountMinor).toBe(report.reconciliation.unmatchedMinor)
    expect(standing.creator.withoutResults.names).toBe(report.coverage.withoutResults)
    expect(standing.creator.withoutSpend.names).toBe(report.coverage.gifted)
  }

  await driver.commit(upload)
  expect((await driver.report()).tiers.micro.spendMinor).toBe(10_000)
  // Two are left over in the campaign, one of spend and one of results.
  expect((await suggest()).map(names)).toEqual(['Northlight → @wanderer'])
  const all = await compareMatching(driver, {})
  expect([all.before, all.after]).toEqual([gain.before, gain.after])
  expect(await driver.findings()).toEqual([])
})

test('an un-merge is an upload too, and brings the suggestion back', async () => {
  const [anna] = await suggest()
  await driver.commit(await ready(await decide({ accept: [pairOf(anna as MatchSuggestion)] })))
  const { merged } = await listMerged(driver, 'creator', {}, page)
  expect(merged.map(({ alias, name }) => [alias.name, name.name])).toEqual([['Anna Smith Ltd', '@annasmith']])

  await driver.commit(await ready(await decide({ unmerge: merged.map(({ alias }) => alias.id) })))
  expect((await listMerged(driver, 'creator', {}, page)).merged).toEqual([])
  expect((await suggest()).map(names)).toContain('Anna Smith Ltd → @annasmith')
  expect(await driver.findings()).toEqual([])
})

test('a revert of the upload takes its merges back like any other', async () => {
  const upload = await driver.commit(await ready(await decide({ accept: (await suggest()).map(pairOf) })))
  await driver.revert(upload)
  expect(await suggest()).toHaveLength(2)
})

test('a refused pair is not suggested again until the refusal is taken back', async () => {
  const [anna] = await suggest()
  const { alias, name } = pairOf(anna as MatchSuggestion)
  expect(await decide({ refuse: [[name, alias]] })).toMatchObject({ upload: null, refused: 1, begun: false })
  expect((await suggest()).map(names)).toEqual(['Jones, Bob → Bob Jones'])
  const list = await listRefused(driver.deps, 'creator', page)
  expect(list.refused).toEqual([
    { names: expect.arrayContaining([expect.objectContaining({ name: 'Anna Smith Ltd' })]), by, at: anInstant },
  ])
  await decide({ restore: [[alias, name]] })
  expect(await suggest()).toHaveLength(2)
})

test('a pair that was refused before one of it was merged with a third stays refused', async () => {
  const [anna] = await suggest()
  const { alias, name } = pairOf(anna as MatchSuggestion)
  await decide({ refuse: [[alias, name]] })
  await driver.commit(await ready(await decide({ accept: [{ alias: name, name: await named('@wanderer') }] })))
  expect((await suggest()).map(names)).not.toContain('Anna Smith Ltd → @wanderer')
})

test('any two names can be merged by hand; two that are one already are passed over', async () => {
  const pair = { alias: await named('Northlight'), name: await named('@wanderer') }
  const upload = await ready(await decide({ accept: [pair] }))
  expect(upload).toMatchObject({ state: 'ready', rows: { new: 1 } })
  await driver.commit(upload)
  expect(await decide({ accept: [pair] })).toMatchObject({ upload: null, already: 1 })
})

test('who is a name of nobody, no alias, or stands on both sides is refused, and nothing is written', async () => {
  const [anna, bob] = [await named('Anna Smith Ltd'), await named('Jones, Bob')]
  const refused = (decisions: Partial<MatchDecisions>, code: string) =>
    expect(decide({ refuse: [[anna, bob]], ...decisions })).rejects.toMatchObject({ code })
  await refused({ accept: [{ alias: anna, name: '0123456789ab' as typeof anna }] }, 'not-found')
  await refused({ accept: [{ alias: anna, name: anna }] }, 'invalid-request')
  await refused({ unmerge: [anna] }, 'invalid-request')
  await refused({ of: 'campaign' }, 'not-found')
  await expect(decide({})).rejects.toMatchObject({ code: 'invalid-request' })
  expect((await listRefused(driver.deps, 'creator', page)).refused).toEqual([])
  expect((await driver.books.uploads.list({ limit: 10 })).items).toHaveLength(2)
})

test('no more pairs are refused than are remembered', async () => {
  const refusals = Array.from({ length: limits.refusalsMax }, (_, at) => ({
    of: 'campaign' as const,
    names: ['000000000000', String(at).padStart(12, '0')] as [string, string],
    by,
    at: anInstant,
  }))
  const books = { ...driver.books, refusals: { ...driver.books.refusals, list: async () => refusals } }
  const deps = { ...driver.deps, books, now: () => anInstant, newId: () => UploadId.parse('02'.padEnd(26, '0')) }
  const refuse: [typeof anna, typeof anna][] = []
  const anna = await named('Anna Smith Ltd')
  refuse.push([anna, await named('@wanderer')])
  await expect(decideMatches(deps, MatchDecisions.parse({ of: 'creator', refuse }), by)).rejects.toMatchObject({
    code: 'too-many-refusals',
  })
})

test('lists are searched in every spelling, cut into pages, and asked of any state', async () => {
  const lacking = async (more: object) => listMatchNames(driver, 'creator', {}, { ...page, lacking: 'any', ...more })
  expect((await lacking({ search: 'JONES' })).names.map(({ name }) => name)).toEqual(['Jones, Bob', 'Bob Jones'])
  const first = await lacking({ limit: 4 })
  expect(first).toMatchObject({ total: 6, next: '4' })
  const rest = await lacking({ limit: 4, cursor: first.next })
  expect([...first.names, ...rest.names].map(({ name }) => name)).toHaveLength(6)
  expect((await lacking({ lacking: 'spend' })).names).toHaveLength(3)
  expect(await suggest('creator', { snapshot: 1 })).toEqual([])
  expect((await listMatches(driver, 'creator', {}, { ...page, minConfidence: 0.99 })).suggestions).toEqual([])
})

test('campaigns are merged the same way', async () => {
  await driver.load({
    kind: 'results',
    file: 'date,campaign,creator,platform,conversions\n2026-04-02,SUMMER_launch,x,instagram,3',
  })
  await driver.load({ file: 'date,campaign,creator,amount,currency\n2026-04-01,Launch Summer,y,9.00,USD' })
  const [pair] = await suggest('campaign')
  expect(pair && names(pair)).toBe('Launch Summer → SUMMER_launch')
  const upload = await ready(await decide({ of: 'campaign', accept: [pairOf(pair as MatchSuggestion)] }))
  expect((await compareMatching(driver, { preview: upload.preview ?? '' })).after.campaign.withoutResults.names).toBe(0)
})

test.each(['🔥✨', 'مرحبا، "Anna" ;\t=1+1', '=HYPERLINK("x")', 'x'.repeat(limits.textCharsMax)])(
  'a name such as %s is merged and parted whole',
  async (name) => {
    const quoted = `"${name.replaceAll('"', '""')}"`
    await driver.load({ file: `date,campaign,creator,amount,currency\n2026-03-01,Spring,${quoted},1.00,USD` })
    const { names: found } = await listMatchNames(driver, 'creator', {}, { ...page, lacking: 'results' })
    const alias = found.find(({ spendMinor }) => spendMinor === 100)?.id ?? ''
    const upload = await ready(
      await decide({ accept: [{ alias: alias as (typeof found)[0]['id'], name: await named('@wanderer') }] }),
    )
    await driver.commit(upload)
    const { merged } = await listMerged(driver, 'creator', {}, page)
    expect(merged.map((entry) => entry.alias.id)).toEqual([alias])
    await driver.commit(await ready(await decide({ unmerge: merged.map((entry) => entry.alias.id) })))
    expect((await listMerged(driver, 'creator', {}, page)).merged).toEqual([])
  },
)
