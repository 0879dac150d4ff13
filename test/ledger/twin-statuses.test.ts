import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spendStatuses } from '../../functions/domain/ledger/measures.ts'
import { twinStatuses } from '../../functions/domain/ledger/spend-rows.ts'

type Status = (typeof spendStatuses)[number]
const twins = (...uploads: Status[][]): Status[] =>
  twinStatuses(uploads.map((of) => of.map((status) => spendStatuses.indexOf(status)))).map(
    (status) => spendStatuses[status] as Status,
  )

test('as many count as the fullest upload has', () => {
  expect(twins(['paid', 'paid'], ['paid'])).toEqual(['paid', 'paid'])
  expect(twins(['paid'], ['paid', 'paid', 'paid'])).toEqual(['paid', 'paid', 'paid'])
})

test('statuses come from the latest upload first', () => {
  expect(twins(['committed'], ['paid'])).toEqual(['paid'])
  expect(twins(['paid'], ['committed'])).toEqual(['committed'])
})

test('what an earlier upload still adds are its least advanced rows', () => {
  expect(twins(['committed', 'paid'], ['paid'])).toEqual(['paid', 'committed'])
  expect(twins(['invoiced', 'committed', 'paid'], ['invoiced'])).toEqual(['invoiced', 'committed', 'invoiced'])
})

test('a row without a status is the most advanced: its system books payments only', () => {
  expect(twins(['', 'paid'], ['paid'])).toEqual(['paid', 'paid'])
})

const uploads = fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 5 }), {
  minLength: 1,
  maxLength: 4,
})

test('the count is the largest of one upload, and the latest upload counts whole', () => {
  fc.assert(
    fc.property(uploads, (of) => {
      const statuses = twinStatuses(of)
      const latest = of.at(-1) as number[]
      expect(statuses).toHaveLength(Math.max(...of.map((list) => list.length)))
      expect(statuses.slice(0, latest.length).toSorted()).toEqual(latest.toSorted())
    }),
    { seed: 1, numRuns: 300 },
  )
})

test('the order of lines inside an upload tells nothing', () => {
  fc.assert(
    fc.property(uploads, (of) => {
      expect(twinStatuses(of.map((list) => list.toReversed()))).toEqual(twinStatuses(of))
    }),
    { seed: 2, numRuns: 200 },
  )
})

test('an upload that is the fullest counts as it is, whatever came before', () => {
  fc.assert(
    fc.property(uploads, (of) => {
      const fullest = Array.from({ length: 5 }, (_, i) => i % 4)
      expect(twinStatuses([...of, fullest]).toSorted()).toEqual(fullest.toSorted())
    }),
    { seed: 3, numRuns: 200 },
  )
})
