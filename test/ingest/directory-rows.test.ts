import { describe, expect, test } from 'vitest'
import { limits } from '../../functions/contract/limits.ts'
import type { UploadKind } from '../../functions/contract/upload.ts'
import { parseDay } from '../../functions/domain/calendar.ts'
import { lines, oneLine, readFile } from './read-file.ts'

const samples = {
  creators: { creator: '@anna', platform: 'Instagram', followers: '48200', date: '2026-01-01', niche: 'fitness' },
  campaigns: {
    campaign: 'Spring',
    start: '2026-03-01',
    end: '2026-04-30',
    budget: '500.00',
    currency: 'USD',
    margin: '0.45',
  },
  aliases: { kind: 'creator', alias: 'Anna Smith Ltd', name: '@anna' },
  fx: { date: '2026-03-13', from: 'EUR', to: 'USD', rate: '1.0842' },
} satisfies Partial<Record<UploadKind, Record<string, string>>>
const read = (kind: keyof typeof samples, cells: Record<string, string> = {}) =>
  readFile({ kind, file: oneLine({ ...samples[kind], ...cells }) })

test.each([
  ['creators', 'creator', '', 'cell-missing'],
  ['creators', 'followers', '-1', 'out-of-range'],
  ['creators', 'followers', '48k', 'not-a-whole-number'],
  ['creators', 'date', 'today', 'date-unreadable'],
  ['creators', 'niche', 'x'.repeat(limits.textCharsMax + 1), 'out-of-range'],
  ['campaigns', 'campaign', '', 'cell-missing'],
  ['campaigns', 'end', '2026-02-01', 'period-incomplete'],
  ['campaigns', 'budget', '500.005', 'too-many-decimals'],
  ['campaigns', 'currency', '', 'currency-missing'],
  ['campaigns', 'margin', '45', 'margin-out-of-range'],
  ['campaigns', 'margin', '-0.1', 'margin-out-of-range'],
  ['campaigns', 'margin', '45%', 'number-unreadable'],
  ['campaigns', 'objective', 'fame', 'value-unknown'],
  ['campaigns', 'target_cpa', 'low', 'number-unreadable'],
  ['aliases', 'alias', '', 'cell-missing'],
  ['aliases', 'kind', 'brand', 'value-unknown'],
  ['fx', 'date', '', 'cell-missing'],
  ['fx', 'from', '', 'cell-missing'],
  ['fx', 'to', 'XYZ', 'currency-unknown'],
  ['fx', 'to', 'eur', 'rate-of-itself'],
  ['fx', 'rate', '', 'cell-missing'],
  ['fx', 'rate', '0', 'rate-not-positive'],
  ['fx', 'rate', '-1.1', 'rate-not-positive'],
  ['fx', 'rate', 'N/A', 'number-unreadable'],
  ['fx', 'rate', '9'.repeat(31), 'number-unreadable'],
] as const)('in a %s file %s “%s” is %s', (kind, column, cell, code) => {
  expect(read(kind, { [column]: cell }).codes).toEqual([`2 ${code}`])
})

test.each([
  ['creators', '@anna,instagram,1,2026-01-01', '@ANNA,Instagram,2,2026-01-01', 'creator,platform,followers,date'],
  ['campaigns', 'Spring,A', 'SPRING,B', 'campaign,brand'],
  ['aliases', 'a,@anna', 'A,@bob', 'alias,name'],
  ['fx', '2026-03-13,EUR,USD,1.1', '2026-03-13,EUR,USD,1.2', 'date,from,to,rate'],
] as const)('a %s file may speak once of one entry', (kind, first, second, header) => {
  const { problems } = readFile({ kind, file: lines(header, first, second) })
  expect(problems).toMatchObject([{ line: 3, code: 'row-repeated', message: expect.stringContaining('Line 2') }])
})

describe('blank cells say nothing', () => {
  test('of a creator', () => {
    expect(read('creators', { followers: '', date: '', niche: ' ' }).directory).toMatchObject([
      { followers: null, day: null, niche: null, region: null, platform: 'instagram' },
    ])
  })

  test('of a campaign', () => {
    const cells = { start: '', end: '', budget: '', currency: '', margin: '' }
    expect(read('campaigns', cells).directory).toMatchObject([
      { start: null, end: null, budgetMinor: null, currency: null, margin: null, targets: {} },
    ])
  })

  test('an alias of nobody is taken back', () => {
    expect(read('aliases', { name: '' }).directory).toMatchObject([{ of: 'creator', name: null }])
  })
})

test('an alias is of a creator unless it says campaign', () => {
  expect(read('aliases', { kind: '' }).directory).toMatchObject([{ of: 'creator' }])
  expect(read('aliases', { kind: 'Campaign' }).directory).toMatchObject([{ of: 'campaign' }])
})

test('a campaign keeps its budget in minor units and its margin and targets as they were written', () => {
  expect(read('campaigns', { target_cpa: '14.00', target_roas: '3' }).directory).toMatchObject([
    {
      start: parseDay('2026-03-01'),
      end: parseDay('2026-04-30'),
      budgetMinor: 50_000,
      margin: '0.45',
      targets: { cpa: '14.00', roas: '3' },
    },
  ])
})

test('a rate keeps every digit that was written', () => {
  expect(read('fx', { rate: '18606.590000000001' }).directory).toMatchObject([{ rate: '18606.590000000001' }])
})
