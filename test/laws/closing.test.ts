import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Settings } from '../../functions/contract/books-change.ts'
import { closedMonths } from '../../functions/domain/ledger/closings.ts'
import { monthTotals } from '../../functions/domain/ledger/month-totals.ts'
import { answerReport } from '../../functions/usecases/answer-report.ts'
import { makeTrialBalance } from '../../functions/usecases/make-trial-balance.ts'
import { readRollups } from '../../functions/usecases/read-rollups.ts'
import { by, type History, openHistory, play, steps, why } from '../support/history.ts'
import { everything, toQuery } from '../support/history-compare.ts'
import { memoryBooks } from '../support/history-memory-books.ts'
import { expectedClosed, expectedSettings, modelOf, snapshotOf } from '../support/history-model.ts'
import { runs } from '../support/history-runs.ts'
import { modelReport } from '../support/model-report.ts'
import { firstDayOf, lastDayOf } from '../support/model-view.ts'

/** Histories in which months are closed and opened, and settings changed, more often than elsewhere. */
const courses = steps(30, 3)

async function played(
  course: Parameters<typeof play>[1],
  settings: Partial<Settings> = {},
): Promise<{ history: History; head: number }> {
  const history = await openHistory(memoryBooks().books, settings)
  await play(history, course)
  expect(history.failures).toEqual([])
  return { history, head: (await history.books.ledger.head())?.snapshot ?? 0 }
}

/** All that the model says of one month on its own, spend by day included. */
async function monthIn(history: History, number: number, month: string): Promise<unknown> {
  const { reportingCurrency } = await expectedSettings(history, number)
  const range = { from: firstDayOf(month), to: lastDayOf(month) }
  const { tiers, reconciliation, series, unattributed } = modelReport(await modelOf(history, number), {
    ...everything,
    ...range,
  })
  const points = [...series].sort(([a], [b]) => (a < b ? -1 : 1))
  return { reportingCurrency, tiers, reconciliation, points, unattributed }
}

test('settings and closed months are what people committed, one after another', async () => {
  await fc.assert(
    fc.asyncProperty(courses, async (course) => {
      const { history, head } = await played(course)
      for (let number = 0; number <= head; number++) {
        const { body } = await snapshotOf(history, number)
        expect(body.settings).toEqual(await expectedSettings(history, number))
        expect(closedMonths(body.closings)).toEqual(await expectedClosed(history, number))
      }
    }),
    runs(30),
  )
})

test('a closed month says the same from one snapshot to the next, unless that one gives a reason and says so', async () => {
  await fc.assert(
    fc.asyncProperty(courses, async (course) => {
      const { history, head } = await played(course)
      for (let number = 1; number <= head; number++) {
        const { restated, reason } = await snapshotOf(history, number)
        for (const month of await expectedClosed(history, number - 1)) {
          const [before, after] = [await monthIn(history, number - 1, month), await monthIn(history, number, month)]
          if (!restated.includes(month)) expect(after).toEqual(before)
          else expect(reason).toBe(why)
        }
      }
    }),
    runs(30),
  )
})

test('a month says the same as when it was closed, or reports say that it does not', async () => {
  await fc.assert(
    fc.asyncProperty(courses, async (course) => {
      const { history, head } = await played(course)
      const first = new Map<string, unknown>()
      for (let number = 1; number <= head; number++) {
        const { body } = await snapshotOf(history, number)
        for (const month of await expectedClosed(history, number)) {
          const says = await monthIn(history, number, month)
          if (!first.has(month)) first.set(month, says)
          const range = { from: firstDayOf(month), to: lastDayOf(month) }
          const { warnings } = await answerReport(
            { books: history.books },
            toQuery({ ...everything, ...range }, number),
          )
          const warned = warnings.some(({ code }) => code === 'restated')
          const isHeld = body.months.some((of) => of.month === month)
          if (isHeld && !warned) expect(says).toEqual(first.get(month))
        }
      }
    }),
    runs(30),
  )
})

test('where two people are required, nobody commits what they prepared', async () => {
  await fc.assert(
    fc.asyncProperty(courses, async (course) => {
      const { history, head } = await played(course, { fourEyes: true })
      for (let number = 1; number <= head; number++) {
        if (!(await expectedSettings(history, number - 1)).fourEyes) continue
        expect((await snapshotOf(history, number)).committedBy).not.toBe(by)
      }
    }),
    runs(30),
  )
})

test('months before and after, as snapshots tell them, lead from one to the next and to what the last one holds', async () => {
  await fc.assert(
    fc.asyncProperty(courses, async (course) => {
      const { history, head } = await played(course)
      const told = new Map<string, object>()
      for (let number = 1; number <= head; number++) {
        const { reported, body } = await snapshotOf(history, number)
        for (const { month, before, after } of reported) {
          if (told.has(month)) expect(before).toEqual(told.get(month))
          else expect(before).toMatchObject({ spendMinor: 0, revenueMinor: 0 })
          told.set(month, after)
        }
        for (const rollup of await readRollups(history.books.chunks, body.months)) {
          const { spendMinor, revenueMinor, currency } = monthTotals(rollup)
          const nothing = { currency, spendMinor: 0, revenueMinor: 0 }
          expect({ spendMinor, revenueMinor, currency }).toEqual(told.get(rollup.header.month) ?? nothing)
        }
      }
    }),
    runs(25),
  )
})

test('every state of any books is balanced to the cent', async () => {
  await fc.assert(
    fc.asyncProperty(courses, async (course) => {
      const { history, head } = await played(course)
      for (let number = 0; number <= head; number++) {
        const { lines, months } = await makeTrialBalance({ books: history.books }, { snapshot: number })
        const model = await modelOf(history, number)
        const own = new Map(lines.map((line) => [`${line.month} ${line.measure} ${line.currency}`, line.ownMinor]))
        for (const [key, minor] of model.totals) expect([key, own.get(key) ?? 0]).toEqual([key, minor])
        const sum = (month: string) =>
          lines
            .filter((line) => line.month === month)
            .reduce((total, line) => total + line.atMonthRateMinor + line.fxMinor + line.roundingMinor, 0)
        for (const { month, spendMinor, revenueMinor } of months) expect(sum(month)).toBe(spendMinor + revenueMinor)
      }
    }),
    runs(20),
  )
})
