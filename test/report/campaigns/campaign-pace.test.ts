import { expect, test } from 'vitest'
import { noDay, parseDay } from '../../../functions/domain/calendar.ts'
import { paceOf } from '../../../functions/domain/report/campaigns/campaign-pace.ts'

const day = (text: string): number => parseDay(text) as number
/** Ten days, $100. */
const march = {
  start: day('2026-03-01'),
  end: day('2026-03-10'),
  budgetMinor: 10000 as never,
  currency: 'USD' as never,
}
const after = (spentMinor: number, reach: string, facts: Partial<typeof march> = {}) =>
  paceOf({ ...march, ...facts }, spentMinor, day(reach), 'USD')

test('both ends of a campaign count as its days', () => {
  expect(after(3000, '2026-03-03')).toEqual({
    kind: 'known',
    state: 'on-pace',
    spentShare: 0.3,
    daysShare: 0.3,
    daysGone: 3,
    days: 10,
    through: '2026-03-03',
  })
})

test.each([
  ['on-pace', 3500, '2026-03-03'],
  ['ahead', 3501, '2026-03-03'],
  ['on-pace', 2500, '2026-03-03'],
  ['behind', 2499, '2026-03-03'],
  ['ahead', 10000, '2026-03-03'],
  ['over', 10001, '2026-03-03'],
  ['over', 10001, '2026-02-20'],
  ['not-begun', 4000, '2026-02-28'],
  ['ended', 4000, '2026-03-10'],
  ['ended', 10000, '2026-05-01'],
  ['over', 10001, '2026-05-01'],
])('it is %s with %i cents spent by %s', (state, spent, reach) => {
  expect(after(spent, reach)).toMatchObject({ kind: 'known', state })
})

test('a campaign of one day is over with that day', () => {
  expect(after(5000, '2026-03-01', { end: march.start })).toMatchObject({ state: 'ended', daysGone: 1, days: 1 })
})

test('days before the start and after the end do not count', () => {
  expect(after(0, '2026-01-01')).toMatchObject({ daysGone: 0, daysShare: 0 })
  expect(after(0, '2027-01-01')).toMatchObject({ daysGone: 10, daysShare: 1, through: '2027-01-01' })
})

test('without budget, dates or spend, or with a budget in another currency, there is no pace, and it says why', () => {
  const reason = (facts: object | null, reach = day('2026-03-03')) =>
    paceOf(facts && ({ ...march, ...facts } as never), 100, reach, 'USD')
  expect(reason(null)).toEqual({ kind: 'unknown', reason: 'no-budget' })
  expect(reason({ budgetMinor: null })).toEqual({ kind: 'unknown', reason: 'no-budget' })
  expect(reason({ budgetMinor: 0 })).toEqual({ kind: 'unknown', reason: 'no-budget' })
  expect(reason({ currency: 'EUR' })).toEqual({ kind: 'unknown', reason: 'other-currency' })
  expect(reason({ end: null })).toEqual({ kind: 'unknown', reason: 'no-dates' })
  expect(reason({ start: null })).toEqual({ kind: 'unknown', reason: 'no-dates' })
  expect(reason({ end: march.start - 1 })).toEqual({ kind: 'unknown', reason: 'no-dates' })
  expect(reason({}, noDay)).toEqual({ kind: 'unknown', reason: 'no-spend' })
})

test('a budget without a currency is in the reporting one', () => {
  expect(paceOf({ ...march, currency: null }, 3000, day('2026-03-03'), 'USD')).toMatchObject({ state: 'on-pace' })
})
