import fc from 'fast-check'
import { expect, test } from 'vitest'
import { StagingId } from '../../functions/contract/ids.ts'
import { formatMonth } from '../../functions/domain/calendar.ts'
import {
  decodeDay,
  decodeQuality,
  decodeRollup,
  encodeDay,
  encodeQuality,
  encodeRollup,
} from '../../functions/domain/ledger/encode-rollup.ts'
import type { FoldedMonth, Rollup } from '../../functions/domain/ledger/rollup.ts'
import { aFile, foldFiles } from '../report/fold-files.ts'

const line = fc
  .record({
    date: fc.constantFrom('2026-03-01', '2026-03-15', '2026-03-31', '2026-04-02'),
    creator: fc.constantFrom('', '@a', '@b', '@c'),
    platform: fc.constantFrom('', 'tiktok', 'youtube'),
    post: fc.constantFrom('', 'p1', 'p2'),
    impressions: fc.integer({ min: 0, max: 1e9 }),
    engagements: fc.integer({ min: 0, max: 1e6 }),
    amount: fc.integer({ min: -1e9, max: 1e9 }),
  })
  .map(
    (of) => `${of.date},${of.creator},${of.platform},${of.post},${of.impressions},${of.engagements},${of.amount},USD`,
  )
const months = fc
  .array(line, { minLength: 1, maxLength: 20 })
  .map(
    (rows) =>
      foldFiles([aFile('performance', 'date,creator,platform,post,impressions,engagements,amount,currency', ...rows)])
        .months,
  )

const chunk = { staging: StagingId.parse('s'.repeat(20)), slices: 1, digest: '' }
const rollupOf = ({ month, cells, observations, totals, lastSpend, lastResult, days }: FoldedMonth): Rollup => ({
  header: {
    month: formatMonth(month),
    inputs: { uploads: [], limits: [], rates: { uses: [], digest: '' }, currency: 'USD' },
    totals,
    lastSpend,
    lastResult,
    days: days.map(({ day }) => ({ day, ...chunk })),
    index: chunk,
    quality: chunk,
  },
  cells,
  observations,
})

test('what a fold makes is read as it was written', () => {
  fc.assert(
    fc.property(months, (folded) => {
      for (const month of folded) {
        const rollup = rollupOf(month)
        expect(decodeRollup(encodeRollup(rollup))).toEqual({ version: 1, ...rollup })
        for (const day of month.days) expect(decodeDay(encodeDay(day))).toEqual(day)
        expect(decodeQuality(encodeQuality(month.quality))).toEqual(month.quality)
      }
    }),
    { seed: 1, numRuns: 60 },
  )
})

test('the days of a month add up to its cells', () => {
  fc.assert(
    fc.property(months, (folded) => {
      for (const { cells, days } of folded) {
        const sums = cells.sums.map((column) => new Float64Array(column.length))
        for (const day of days)
          day.sums.forEach((column, s) => {
            column.forEach((value, i) => {
              const into = sums[s] as Float64Array
              into[day.cell[i] as number] = (into[day.cell[i] as number] as number) + value
            })
          })
        expect(sums).toEqual(cells.sums)
      }
    }),
    { seed: 2, numRuns: 60 },
  )
})
