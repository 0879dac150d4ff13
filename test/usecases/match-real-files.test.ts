import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { compareMatching } from '../../functions/usecases/compare-matching.ts'
import { listMatches, listMatchNames } from '../../functions/usecases/list-matches.ts'
import { type Driver, driveBooks } from './drive-books.ts'

const folder = '../shared/data'
const name = (file: string): string => `${folder}/vijayshreepathak_Influencer-Performance-ROAS-Analyzer__${file}.csv`
const missing = !existsSync(name('payouts'))
const why = missing ? ` (skipped: there are no files in ${folder})` : ''

/** A file with a column of one value in every line, and, where asked, ids as another system would spell them. */
function reworked(file: string, added: Record<string, string>, spell: (id: string) => string = (id) => id): string {
  const [header = '', ...rows] = readFileSync(name(file), 'utf8').trimEnd().split(/\r?\n/)
  const at = header.split(',').indexOf('influencer_id')
  const values = Object.values(added)
  const lines = rows.map((row) => {
    const cells = row.split(',')
    return [...cells.map((cell, i) => (i === at ? spell(cell) : cell)), ...values].join(',')
  })
  return [[header, ...Object.keys(added)].join(','), ...lines].join('\n')
}

const page = { limit: 200 }

describe.skipIf(missing)(`files of one influencer programme${why}`, () => {
  /** Payouts of a bookkeeping that hangs a legal form on each id. */
  const spellings: Record<string, (id: string) => string> = { same: (id) => id, other: (id) => `ID ${id} Ltd` }
  const drivers: Record<string, Driver> = {}
  beforeAll(async () => {
    for (const [kind, spell] of Object.entries(spellings)) {
      const driver = await driveBooks()
      await driver.load({
        kind: 'creators',
        file: readFileSync(name('influencers')),
        options: { mapping: { creator: 'influencer_id' } },
      })
      const payouts = { date: '2025-06-30', campaign: 'Programme', currency: 'USD' }
      await driver.load({ file: reworked('payouts', payouts, spell) })
      await driver.load({ kind: 'results', file: reworked('tracking_data', { currency: 'USD' }) })
      drivers[kind] = driver
    }
  })

  test('where ids agree, nobody is taken for somebody else', async () => {
    const driver = drivers.same as Driver
    expect((await listMatches(driver, 'creator', {}, page)).suggestions).toEqual([])
  })

  test('where the bookkeeping spells ids its own way, each finds its own number and no other', async () => {
    const driver = drivers.other as Driver
    const { names, total } = await listMatchNames(driver, 'creator', {}, { ...page, lacking: 'results' })
    expect(names).toHaveLength(total)
    const { suggestions } = await listMatches(driver, 'creator', {}, page)
    expect(suggestions.length).toBeGreaterThan(0)
    for (const { alias, name: kept } of suggestions)
      expect(alias.name.replace(/\D/g, '')).toBe(kept.name.replace(/\D/g, ''))
    const gain = await compareMatching(driver, {})
    const { reconciliation } = await driver.report()
    expect(gain.after.creator.unmatched.amountMinor).toBe(reconciliation.unmatchedMinor)
  })
})
