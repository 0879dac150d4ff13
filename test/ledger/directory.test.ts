import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DirectoryRow } from '../../functions/domain/ledger/directory.ts'
import { DirectoryFold, resolveAliases } from '../../functions/domain/ledger/fold-directory.ts'

type CreatorRow = Extract<DirectoryRow, { row: 'creator' }>
type CampaignRow = Extract<DirectoryRow, { row: 'campaign' }>
const aCreator = (fields: Partial<CreatorRow> = {}): CreatorRow => ({
  row: 'creator',
  line: 2,
  creator: 1,
  platform: 'tiktok',
  followers: null,
  day: null,
  niche: null,
  region: null,
  ...fields,
})
const aCampaign = (fields: Partial<CampaignRow> = {}): CampaignRow => ({
  row: 'campaign',
  line: 2,
  campaign: 1,
  brand: null,
  objective: null,
  start: null,
  end: null,
  budgetMinor: null,
  currency: null,
  margin: null,
  targetNiche: null,
  brief: null,
  targets: {},
  ...fields,
})
const anAlias = (alias: number, name: number | null): DirectoryRow => ({
  row: 'alias',
  line: 2,
  of: 'creator',
  alias,
  name,
})
const aRate = (rate: string): DirectoryRow => ({ row: 'fx', line: 2, day: 1, from: 'EUR', to: 'USD', rate })
const fold = (...rows: DirectoryRow[]): DirectoryFold => {
  const folded = new DirectoryFold()
  for (const row of rows) folded.apply(row)
  return folded
}
const lastClass = (...rows: DirectoryRow[]): string => {
  const last = rows.pop() as DirectoryRow
  return fold(...rows).apply(last)
}

describe('folding', () => {
  test('of each field the last value given counts, and a blank takes nothing back', () => {
    const { creators } = fold(aCreator({ niche: 'food', region: 'DE' }), aCreator({ niche: 'fitness' })).directory()
    expect(creators).toEqual([[1, { niche: 'fitness', region: 'DE', counts: [] }]])
  })

  test('of each dated count the last one counts, the others stay', () => {
    const { creators } = fold(
      aCreator({ followers: 100, day: 5 }),
      aCreator({ followers: 200, day: 9 }),
      aCreator({ followers: 150, day: 5 }),
    ).directory()
    expect(creators[0]?.[1].counts).toEqual([
      ['tiktok', 5, 150],
      ['tiktok', 9, 200],
    ])
  })

  test('targets of a campaign are kept one by one', () => {
    const { campaigns } = fold(
      aCampaign({ targets: { cpa: '14', roas: '3' }, margin: '0.4' }),
      aCampaign({ targets: { cpa: '12' } }),
    ).directory()
    expect(campaigns[0]?.[1]).toMatchObject({ targets: { cpa: '12', roas: '3' }, margin: '0.4' })
  })

  test('an alias is taken back by a blank, and by itself', () => {
    expect(fold(anAlias(2, 1)).directory().creatorAliases).toEqual([[2, 1]])
    expect(fold(anAlias(2, 1), anAlias(2, null)).directory().creatorAliases).toEqual([])
    expect(fold(anAlias(2, 1), anAlias(2, 2)).directory().creatorAliases).toEqual([])
  })

  test('of one pair and day the last rate counts', () => {
    expect(fold(aRate('1.1'), aRate('1.2')).rates()).toEqual([{ day: 1, from: 'EUR', to: 'USD', rate: '1.2' }])
  })
})

describe('what a row does', () => {
  test.each<[string, DirectoryRow[], string]>([
    ['the first of a creator', [aCreator()], 'new'],
    ['a creator again', [aCreator({ niche: 'food' }), aCreator({ niche: 'food' })], 'recorded'],
    ['a field that was blank', [aCreator(), aCreator({ niche: 'food' })], 'new'],
    ['a field with another value', [aCreator({ niche: 'food' }), aCreator({ niche: 'fitness' })], 'corrected'],
    ['a count of another day', [aCreator({ followers: 1, day: 1 }), aCreator({ followers: 2, day: 2 })], 'new'],
    [
      'another count of the same day',
      [aCreator({ followers: 1, day: 1 }), aCreator({ followers: 2, day: 1 })],
      'corrected',
    ],
    ['a campaign again', [aCampaign({ margin: '0.4' }), aCampaign({ margin: '0.4' })], 'recorded'],
    ['another margin', [aCampaign({ margin: '0.4' }), aCampaign({ margin: '0.5' })], 'corrected'],
    ['another target', [aCampaign({ targets: { cpa: '1' } }), aCampaign({ targets: { cpa: '2' } })], 'corrected'],
    ['an alias', [anAlias(2, 1)], 'new'],
    ['an alias of somebody else', [anAlias(2, 1), anAlias(2, 3)], 'corrected'],
    ['an alias that is taken back', [anAlias(2, 1), anAlias(2, null)], 'corrected'],
    ['an alias that never was, taken back', [anAlias(2, null)], 'recorded'],
    ['another rate', [aRate('1.1'), aRate('1.2')], 'corrected'],
  ])('%s', (_, rows, of) => {
    expect(lastClass(...rows)).toBe(of)
  })
})

describe('aliases', () => {
  const resolve = (...aliases: [number, number][]): Record<string, number> =>
    Object.fromEntries(resolveAliases(aliases))

  test('lead on through further aliases', () => {
    expect(resolve([1, 2], [2, 3])).toEqual({ 1: 3, 2: 3 })
  })

  test('in a circle all have one end: the lowest id', () => {
    expect(resolve([3, 2], [2, 4], [4, 3])).toEqual({ 2: 2, 3: 2, 4: 2 })
  })

  test('that lead into a circle end where it does', () => {
    expect(resolve([9, 3], [3, 2], [2, 3])).toEqual({ 9: 2, 3: 2, 2: 2 })
  })

  test('end at a name that is no alias, or at the lowest id of a circle; twice resolved is once resolved', () => {
    const id = fc.integer({ min: 1, max: 8 })
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(id, id), { selector: ([alias]) => alias }), (aliases) => {
        const real = aliases.filter(([alias, name]) => alias !== name)
        const ends = resolveAliases(real)
        expect([...ends.keys()].sort()).toEqual(real.map(([alias]) => alias).sort())
        for (const end of ends.values()) expect(ends.get(end) ?? end).toBe(end)
        for (const [alias, name] of real) expect(ends.get(alias)).toBe(ends.get(name) ?? name)
      }),
      { seed: 1, numRuns: 500 },
    )
  })

  test('resolve alike in whatever order they stand', () => {
    const id = fc.integer({ min: 1, max: 8 })
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(id, id), { selector: ([alias]) => alias }), (aliases) => {
        expect(resolveAliases(aliases.toReversed())).toEqual(resolveAliases(aliases))
      }),
      { seed: 2, numRuns: 200 },
    )
  })
})
