import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '../../functions/contract/report.ts'
import { type Driver, driveBooks } from './drive-books.ts'

const folder = '../shared/data'
const name = (file: string): string => `${folder}/vijayshreepathak_Influencer-Performance-ROAS-Analyzer__${file}.csv`
const missing = !existsSync(name('payouts'))

/** What somebody would add in a spreadsheet: a column with one value in every line. */
function withColumns(file: string, added: Record<string, string>): string {
  const [header = '', ...rows] = readFileSync(name(file), 'utf8').trimEnd().split(/\r?\n/)
  const values = Object.values(added).join(',')
  return [`${header},${Object.keys(added).join(',')}`, ...rows.map((row) => `${row},${values}`)].join('\n')
}

const why = missing ? ` (skipped: there are no files in ${folder})` : ''

describe.skipIf(missing)(`four files of one influencer programme${why}`, () => {
  let driver: Driver
  let report: Report
  beforeAll(async () => {
    driver = await driveBooks()
    await driver.load({
      kind: 'creators',
      file: readFileSync(name('influencers')),
      options: { mapping: { creator: 'influencer_id' } },
    })
    await driver.load({ file: withColumns('payouts', { date: '2025-06-30', campaign: 'Programme', currency: 'USD' }) })
    await driver.load({ kind: 'results', file: withColumns('tracking_data', { currency: 'USD' }) })
    await driver.load({
      kind: 'results',
      file: withColumns('posts', { campaign: 'Programme' }),
      options: { figures: 'lifetime' },
    })
    report = await driver.report()
  })

  test('payouts add up to 674,597.34', () => {
    expect(report.tiers.all.spendMinor).toBe(674_597_34)
    expect(report.reconciliation.ledgerMinor).toBe(674_597_34)
  })

  test('creators brought 7,608,142.93', () => {
    expect(report.tiers.all.revenueMinor).toBe(7_608_142_93)
  })

  test('all revenue is 15,286,107.05, what no creator brought apart', () => {
    expect(report.tiers.all.revenueMinor + report.unattributed.revenueMinor).toBe(15_286_107_05)
  })

  test('each result without a creator is an order of nobody', () => {
    const orders = readFileSync(name('tracking_data'), 'utf8')
      .trimEnd()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(','))
      .filter((cells) => cells[3] === '')
    expect(orders).toHaveLength(2489)
    expect(report.unattributed.conversions).toBe(orders.reduce((sum, cells) => sum + Number(cells[7]), 0))
    expect(report.warnings.find(({ code }) => code === 'results-without-creator')).toMatchObject({
      rows: expect.any(Number),
    })
  })

  test('42.0 of one file and 42 of another are one creator', () => {
    expect(report.tiers.all.creators).toBe(50)
    expect(report.tiers.unknown.creators).toBe(0)
  })

  test('each post counts once', () => {
    expect(report.tiers.all.posts).toBe(200)
  })

  test('the books can be rebuilt from the files', async () => {
    expect(await driver.findings()).toEqual([])
  })
})
