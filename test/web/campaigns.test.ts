import { expect, test } from 'vitest'
import type { CampaignRow } from '../../functions/contract/report.ts'
import { toParts } from '../../web/src/pages/campaigns/budget-bar.tsx'
import { sayRange } from '../../web/src/pages/campaigns/ranged.tsx'
import { leadOf, sayPace } from '../../web/src/pages/campaigns/say-pace.ts'
import { toBudgetLines } from '../../web/src/pages/campaigns/to-budget-lines.ts'
import { toSpanMarks } from '../../web/src/pages/campaigns/to-span-marks.ts'

type Pace = CampaignRow['pace']
const pace = {
  kind: 'known',
  state: 'ahead',
  spentShare: 0.6249,
  daysShare: 0.5,
  daysGone: 31,
  days: 62,
  through: '2026-03-31',
} as Pace

test('pace is a word and a sentence that says what it rests on', () => {
  expect(sayPace(pace)).toEqual({
    word: 'Ahead',
    tone: 'warn',
    short: '62% spent, 50% of its days gone',
    long: '62% of the budget is spent with 31 of 62 days gone (50%), up to 31 Mar 2026.',
  })
  expect(leadOf(pace)).toBeCloseTo(0.1249)
})

test('without a pace there is no word', () => {
  const none: Pace = { kind: 'unknown', reason: 'no-dates' }
  expect([sayPace(none), leadOf(none)]).toEqual([null, null])
})

const row = {
  statuses: { paidMinor: 1000, invoicedMinor: 2001, unstatedMinor: 3, committedMinor: 4000 },
  spentMinor: 7004,
  budgetMinor: 10_000,
  budgetCurrency: 'USD',
} as Pick<CampaignRow, 'statuses' | 'spentMinor' | 'budgetMinor' | 'budgetCurrency'>
const minors = (of: Partial<typeof row>) =>
  toBudgetLines({ ...row, ...of }, 'USD').map(({ id, minor }) => [id, minor] as const)

test('amounts by status add up, and what is left of the budget stands below', () => {
  expect(minors({})).toEqual([
    ['paid', 1000],
    ['invoiced', 2001],
    ['unstated', 3],
    ['committed', 4000],
    ['together', 7004],
    ['left', 2996],
  ])
})

test('what is spent beyond the budget is said as such, to the cent', () => {
  expect(minors({ budgetMinor: 7003 as never }).at(-1)).toEqual(['beyond', 1])
  expect(minors({ budgetMinor: 7004 as never }).at(-1)).toEqual(['left', 0])
})

test('a budget in another currency, or none, is not compared', () => {
  for (const of of [{ budgetCurrency: 'EUR' as never }, { budgetMinor: null }]) {
    expect(minors(of).at(-1)).toEqual(['together', 7004])
    expect(toBudgetLines({ ...row, ...of }, 'USD').every(({ share }) => share === null)).toBe(true)
  }
})

test('a credit draws nothing and moves nothing backwards', () => {
  expect(toParts({ paid: 10, invoiced: -4, unstated: 5, committed: 0 })).toEqual([
    { name: 'paid', start: 0, end: 10 },
    { name: 'invoiced', start: 10, end: 10 },
    { name: 'unstated', start: 10, end: 15 },
    { name: 'committed', start: 15, end: 15 },
  ])
})

test('start and end stand at their day or month; what lies outside of the series is left out', () => {
  const span = { start: '2026-03-14', end: '2026-05-02' } as Pick<CampaignRow, 'start' | 'end'>
  expect(toSpanMarks(['2026-02', '2026-03', '2026-04'], span)).toEqual([{ at: 1, edge: 'starts' }])
  expect(toSpanMarks(['2026-03-14', '2026-03-15'], span)).toEqual([{ at: 0, edge: 'starts' }])
  expect(toSpanMarks([], span)).toEqual([])
  expect(toSpanMarks(['2026-03'], { start: null, end: null })).toEqual([])
})

test('a value stands with its range, or with the reason why it has none', () => {
  const write = (value: number) => `$${value}`
  expect(sayRange({ kind: 'interval', point: 2, low: 1, high: 3, creators: 4 }, write)).toBe('$1 to $3')
  expect(sayRange({ kind: 'interval', point: 2, low: 0.001, high: 3, creators: 2 }, write)).toMatch(/too wide/)
  expect(sayRange({ kind: 'exact', point: 2, reason: 'one-creator' }, write)).toMatch(/one creator/)
  expect(sayRange({ kind: 'exact', point: 2 }, write)).toBeNull()
  expect(sayRange({ kind: 'unavailable', reason: 'zero-spend' }, write)).toMatch(/spend/)
})
