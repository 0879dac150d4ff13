import { describe, expect, test } from 'vitest'
import { columns } from '../../functions/local/sample/csv.ts'
import { describeTruth, type TierTruth } from '../../functions/local/sample/describe-truth.ts'
import { generateSample } from '../../functions/local/sample/generate-sample.ts'
import { defaultSampleOptions } from '../../functions/local/sample/sample-options.ts'

const files = [...generateSample()]

function readRows(kind: string): Record<string, string>[] {
  const lines =
    files
      .find((file) => file.kind === kind)
      ?.csv.trimEnd()
      .split('\n') ?? []
  const [header = '', ...rows] = lines.map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/))
  return rows.map((cells) => Object.fromEntries(cells.map((cell, i) => [header[i], cell])))
}

describe('the sample', () => {
  test('is the same bytes for the same options, and others for another seed', () => {
    expect([...generateSample({ ...defaultSampleOptions })]).toEqual(files)
    expect([...generateSample({ seed: 2 })]).not.toEqual(files)
  })

  test('comes in the order in which it loads', () => {
    const order = ['creators', 'campaigns', 'aliases', 'fx', 'spend', 'results', 'performance']
    expect(files.map(({ kind }) => kind)).toEqual(order)
  })

  test.each(Object.entries(columns))('%s has the header of its template', (kind, expected) => {
    const header = files.find((file) => file.kind === kind)?.csv.split('\n')[0]
    expect(header).toBe(expected.join(','))
  })

  test('is small enough for a first start and shows every case', () => {
    const spend = readRows('spend')
    const results = readRows('results')
    expect(results.length + readRows('performance').length).toBeLessThanOrEqual(15_000)
    expect(results.every(({ date = '' }) => date >= '2025-10-01' && date <= '2026-06-30')).toBe(true)
    expect(new Set(results.map(({ post, date, platform }) => `${platform} ${post} ${date}`)).size).toBe(results.length)
    expect(new Set(spend.map(({ line_id }) => line_id)).size).toBe(spend.length)
    expect(spend.some(({ creator }) => creator === '')).toBe(true)
    expect(spend.some(({ creator }) => creator === 'Anna Smith Ltd')).toBe(true)
    expect(results.some(({ creator }) => creator === '@annasmith')).toBe(true)
    expect(new Set(spend.map(({ currency }) => currency))).toEqual(new Set(['USD', 'EUR']))
    expect(new Set(spend.map(({ status }) => status))).toEqual(new Set(['', 'committed', 'invoiced', 'paid']))
  })

  test('has dollars that add up to its truth', () => {
    const truth = describeTruth()
    const tiers: TierTruth[] = Object.values(truth.tiers)
    const conversions = [...readRows('results'), ...readRows('performance')].map((row) => Number(row.conversions))
    expect(tiers.reduce((sum, tier) => sum + tier.conversions, 0)).toBe(conversions.reduce((a, b) => a + b, 0))
    const rates = new Map(readRows('fx').map(({ date, rate }) => [date, Number(rate)]))
    const rateOn = (date: string): number => rates.get(date) ?? rateOn(dayBefore(date))
    const cents = [...readRows('spend'), ...readRows('performance')].map(({ amount, currency, date = '' }) =>
      Math.round(Number(amount) * 100 * (currency === 'EUR' ? rateOn(date) : 1)),
    )
    const told = tiers.reduce((sum, tier) => sum + tier.spendMinor, truth.overheadMinor + truth.unmatchedMinor)
    // Halves go to even in the truth and up here: half a cent a euro row at most.
    expect(Math.abs(told - cents.reduce((a, b) => a + b, 0))).toBeLessThan(10)
  })
})

describe('the truth', () => {
  test('stands in the default sample: micro converts at about 1.8 times less', () => {
    const { cpaRatio, crudeCpaRatio, recordedCpaRatio } = describeTruth()
    expect(cpaRatio).toBe(1.8)
    expect(crudeCpaRatio).toBeCloseTo(1.8, 0)
    expect(recordedCpaRatio).toBeGreaterThan(1.6)
    expect(recordedCpaRatio).toBeLessThan(2)
  })

  const many = { creators: 4000, campaigns: 60, months: 24, resultRows: 80_000, seed: 11 }

  test('is recovered from many creators', () => {
    const { tiers, crudeCpaRatio, recordedCpaRatio } = describeTruth(many)
    expect(crudeCpaRatio).toBeGreaterThan(1.6)
    expect(crudeCpaRatio).toBeLessThan(2)
    expect(recordedCpaRatio / crudeCpaRatio).toBeGreaterThan(0.85)
    expect(recordedCpaRatio / crudeCpaRatio).toBeLessThan(1.15)
    expect(tiers.micro.spendMinor / tiers.micro.conversions).toBeGreaterThan(3600 * 0.8)
    expect(tiers.micro.spendMinor / tiers.micro.conversions).toBeLessThan(3600 * 1.2)
  })

  test('is hidden by the mix on request', () => {
    expect(describeTruth({ ...many, mix: 'simpson' }).crudeCpaRatio).toBeLessThan(0.95)
  })

  test('has heavy tails: few posts hold most impressions', () => {
    const byPost = new Map<string, number>()
    for (const { post = '', impressions } of readRows('results'))
      byPost.set(post, (byPost.get(post) ?? 0) + Number(impressions))
    const sorted = [...byPost.values()].sort((a, b) => b - a)
    const top = sorted.slice(0, Math.ceil(sorted.length / 10)).reduce((a, b) => a + b, 0)
    expect(top / sorted.reduce((a, b) => a + b, 0)).toBeGreaterThan(0.5)
  })
})

function dayBefore(date: string): string {
  return new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10)
}
