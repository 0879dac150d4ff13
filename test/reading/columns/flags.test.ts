import { expect, test } from 'vitest'
import type { UploadKind } from '../../../functions/contract/upload.ts'
import { parseDay } from '../../../functions/domain/calendar.ts'
import { LogSketch } from '../../../functions/domain/reading/columns/log-sketch.ts'
import { RowFlagger } from '../../../functions/domain/reading/columns/row-flagger.ts'

function flags(
  fields: readonly string[],
  rows: readonly (readonly string[])[],
  {
    kind = 'performance' as UploadKind,
    period = null as { first: number; last: number } | null,
    headers = fields,
  } = {},
) {
  const mapping = Object.fromEntries(fields.map((field, at) => [field, at]))
  const flagger = new RowFlagger({ kind, headers, mapping, period })
  rows.forEach((cells, at) => {
    flagger.add(at + 2, cells, () => 'USD')
  })
  return flagger.flags()
}

test('an amount of more than 50 times the median is pointed out, wherever it stands', () => {
  const usual = Array.from({ length: 30 }, (_, n) => [String(100 + n)])
  expect(flags(['amount'], [['6000'], ...usual, ['5000']])).toMatchObject([
    { code: 'amount-far-from-norm', lines: [2], total: 1, message: expect.stringContaining('6,000 on line 2') },
  ])
  expect(flags(['amount'], [['-6000'], ...usual])[0]?.lines).toEqual([2])
  expect(flags(['amount'], usual.slice(0, 5).concat([['900000']]))).toEqual([])
})

test('a quantile is right to one percent, whatever the order', () => {
  const sketch = new LogSketch()
  for (let n = 10_000; n > 0; n--) sketch.add(n)
  for (const share of [0.01, 0.5, 0.99])
    expect(Math.abs(sketch.quantile(share) / (share * 10_000) - 1)).toBeLessThan(0.011)
  expect(Math.abs(sketch.countAbove(9_000) - 1_000)).toBeLessThan(200)
})

const march = { first: parseDay('2026-03-01') as number, last: parseDay('2026-03-31') as number }

test("dates outside the file's own period are pointed out", () => {
  expect(flags(['date'], [['2026-03-31'], ['2026-04-01'], ['2026-02-28'], ['']], { period: march })).toMatchObject([
    { code: 'date-after-period', lines: [3] },
    { code: 'date-before-period', lines: [4] },
  ])
})

test('a date that breaks the order of a sorted file is pointed out, and no file that is not sorted', () => {
  const sorted = Array.from({ length: 28 }, (_, n) => [`2026-03-${String(n + 1).padStart(2, '0')}`])
  const at = (n: number, text: string) => sorted.with(n, [text])
  expect(flags(['date'], at(10, '2062-03-11'))).toMatchObject([{ code: 'date-out-of-sequence', lines: [12], total: 1 }])
  expect(flags(['date'], at(10, '2006-03-11'))).toMatchObject([{ code: 'date-out-of-sequence', lines: [12], total: 1 }])
  expect(flags(['date'], at(10, '2062-03-11').toReversed())).toMatchObject([{ lines: [19], total: 1 }])
  expect(
    flags(
      ['date'],
      sorted.map((_, n) => sorted[(n * 11) % 28] as string[]),
    ),
  ).toEqual([])
})

test('followers of one creator that jump tenfold are pointed out, on any spelling of the handle', () => {
  const rows = [
    ['@anna', 'instagram', '4800'],
    ['Anna', 'instagram', '48000'],
    ['@anna', 'tiktok', '480000'],
    ['@bob', 'instagram', '5000'],
    ['@bob', 'instagram', '9000'],
  ]
  expect(flags(['creator', 'platform', 'followers'], rows)).toMatchObject([
    { code: 'followers-jump', lines: [3], total: 1 },
  ])
})

test('ids that a spreadsheet shortened, and those that hardly ever repeat but do, are pointed out', () => {
  const rows = Array.from({ length: 100 }, (_, n) => [`C${n}`])
  const headers = ['campaign_id']
  const found = flags(['campaign'], [...rows, ['C5'], [''], ['2.02313E+11']], { headers })
  expect(found).toMatchObject([
    { code: 'id-destroyed', lines: [104] },
    { code: 'id-repeated', lines: [102] },
    { code: 'id-blank', lines: [103], message: '1 line of “campaign_id” has no id.' },
  ])
  expect(flags(['campaign'], [...rows, ...rows], { headers })).toEqual([])
})

test('lines are counted beyond those that are listed', () => {
  const rows = Array.from({ length: 500 }, () => ['2026-05-01'])
  expect(flags(['date'], rows, { period: march })).toMatchObject([{ total: 500, lines: { length: 200 } }])
})

test('of a flag whose lines are to be left out every line is kept, of the others the first', () => {
  const rows = Array.from({ length: 1000 }, (_, n) => [n % 3 === 0 ? '900000' : '100', '2027-01-01'])
  const period = { first: parseDay('2026-01-01') as number, last: parseDay('2026-12-31') as number }
  const fields = ['amount', 'date']
  const mapping = { amount: 0, date: 1 }
  const whole = new Set(['amount-far-from-norm'] as const)
  const flagger = new RowFlagger({ kind: 'spend', headers: fields, mapping, period, whole })
  rows.forEach((cells, at) => {
    flagger.add(at, cells, () => 'USD')
  })
  const found = flagger.flags().map(({ code, total, lines }) => [code, total, lines.length])
  expect(found).toEqual([
    ['date-after-period', 1000, 200],
    ['amount-far-from-norm', 334, 334],
  ])
  const amounts = flagger.flags().find(({ code }) => code === 'amount-far-from-norm')
  expect(amounts?.lines).toEqual(rows.flatMap((_, n) => (n % 3 === 0 ? [n] : [])))
  expect(amounts?.message).toContain('334 lines of “amount” hold more than 50 times')
})
