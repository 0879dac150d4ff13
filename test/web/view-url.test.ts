import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MetricName, Objective, ReportQuery, TierName } from '../../functions/contract/report.ts'
import {
  countFilters,
  defaultView,
  metricNames,
  objectives,
  queryOf,
  tierNames,
  type View,
} from '../../web/src/state/view.ts'
import { parseView, readView, writeView } from '../../web/src/state/view-url.ts'

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const texts = fc.uniqueArray(
  fc
    .string({ minLength: 1, maxLength: 300, unit: 'grapheme' })
    .filter((text) => text.length <= 300 && text.isWellFormed()),
  { maxLength: 5 },
)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })

const views: fc.Arbitrary<View> = fc
  .record({
    workspace: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,39}$/),
    from: maybe(day),
    to: maybe(day),
    compared: fc.oneof(
      fc.constant({ compareFrom: null, compareTo: null }),
      fc.record({ compareFrom: day, compareTo: day }),
    ),
    basis: fc.constantFrom('period' as const, 'campaign' as const),
    spendBasis: fc.constantFrom('accrued' as const, 'paid' as const),
    overhead: fc.constantFrom('apart' as const, 'spread' as const, 'full' as const),
    metric: maybe(fc.constantFrom(...metricNames)),
    campaign: texts,
    brand: texts,
    platform: texts,
    niche: texts,
    region: texts,
    objective: fc.subarray([...objectives]),
    tier: fc.subarray([...tierNames]),
    books: fc.oneof(
      fc.constant({ snapshot: null, preview: null }),
      fc.record({ snapshot: fc.nat(999_999_999), preview: fc.constant(null) }),
      fc.record({ snapshot: fc.constant(null), preview: fc.stringMatching(/^[\w.-]{1,80}$/) }),
    ),
  })
  .map(({ books, compared, ...view }) => ({ ...view, ...compared, ...books }))

test('a view that is written is read as it was', () =>
  fc.assert(fc.property(views, (view) => void expect(readView(writeView(view))).toEqual(view))))

test.each(['compareFrom', 'compareTo'])('half a comparison is left out and named: %s', (name) => {
  const { view, ignored } = parseView(`?${name}=2025-01-01&metric=roas`)
  expect(ignored).toEqual([name])
  expect(view).toEqual({ ...defaultView, metric: 'roas' })
})

test('equal views have equal addresses, whatever order they were read in', () =>
  fc.assert(
    fc.property(views, (view) => {
      const shuffled = [...new URLSearchParams(writeView(view))].reverse()
      const lists = countFilters(view) > 1
      if (!lists) expect(writeView(readView(`?${new URLSearchParams(shuffled)}`))).toBe(writeView(view))
    }),
  ))

test('nothing that a view asks is refused by the contract', () =>
  fc.assert(fc.property(views, (view) => void ReportQuery.parse(queryOf(view)))))

test('defaults stay out of the address', () => {
  expect(writeView(defaultView)).toBe('')
  expect(writeView({ ...defaultView, tier: ['micro'], snapshot: 41 })).toBe('?tier=micro&snapshot=41')
})

describe('what means nothing is left out and named', () => {
  test.each([
    ['from=2026-02-30', 'from'],
    ['from=yesterday', 'from'],
    ['from=2026-01-01&from=2026-01-02', 'from'],
    ['metric=profit', 'metric'],
    ['tier=micro&tier=huge', 'tier'],
    ['snapshot=-1', 'snapshot'],
    ['preview=a.b&snapshot=4', 'snapshot'],
    ['workspace=Ä', 'workspace'],
    ['brand=', 'brand'],
  ])('%s', (search, name) => expect(parseView(`?${search}`).ignored).toEqual([name]))

  test('a page’s own parameters are no part of it', () => expect(parseView('?sort=name&q=x').ignored).toEqual([]))
})

test('an address of a newer version is not guessed at', () => {
  expect(parseView('?v=2&from=2026-01-01')).toEqual({ view: defaultView, ignored: [], newer: true })
  expect(readView('?v=1&from=2026-01-01').from).toBe('2026-01-01')
})

test('half a compared range is not asked for', () => {
  expect(queryOf({ ...defaultView, compareFrom: '2026-01-01' })).not.toHaveProperty('compareFrom')
})

test('the lists that the first page carries equal the contract’s', () => {
  expect([...metricNames].sort()).toEqual([...MetricName.options].sort())
  expect(objectives).toEqual(Objective.options)
  expect(tierNames).toEqual(TierName.options)
})
