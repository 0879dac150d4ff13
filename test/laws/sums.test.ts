import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerReport } from '../../functions/usecases/answer-report.ts'
import { type History, openHistory, play, steps } from '../support/history.ts'
import { everything, nonZero, statedTotals, toQuery } from '../support/history-compare.ts'
import { memoryBooks } from '../support/history-memory-books.ts'
import { modelOf } from '../support/history-model.ts'
import { firstDay } from '../support/history-rows.ts'
import { runs } from '../support/history-runs.ts'

async function played(course: Parameters<typeof play>[1]): Promise<{ history: History; head: number }> {
  const history = await openHistory(memoryBooks().books)
  await play(history, course)
  return { history, head: (await history.books.ledger.head())?.snapshot ?? 0 }
}

test('the rollups of every snapshot add up to the effective rows of the uploads that it lists, in each currency', async () => {
  await fc.assert(
    fc.asyncProperty(steps(), async (course) => {
      const { history, head } = await played(course)
      for (let number = 0; number <= head; number++) {
        const model = await modelOf(history, number)
        expect(await statedTotals(history, number)).toEqual(nonZero(model.totals))
      }
    }),
    runs(25),
  )
})

test('what the snapshots say that they changed adds up to what the last one holds', async () => {
  await fc.assert(
    fc.asyncProperty(steps(), async (course) => {
      const { history, head } = await played(course)
      const sums = new Map<string, number>()
      for (let number = 1; number <= head; number++) {
        for (const { measure, currency, beforeMinor, afterMinor } of (await history.books.ledger.snapshot(number))
          ?.changes ?? []) {
          expect(sums.get(`${measure} ${currency}`) ?? 0).toBe(beforeMinor)
          sums.set(`${measure} ${currency}`, afterMinor)
        }
      }
      const held = new Map<string, number>()
      for (const [key, minor] of Object.entries(await statedTotals(history, head))) {
        const name = key.slice('2026-01 '.length)
        held.set(name, (held.get(name) ?? 0) + minor)
      }
      expect(nonZero(sums)).toEqual(nonZero(held))
    }),
    runs(25),
  )
})

test('any range holds the sum of its days, and the whole the sum of its months', async () => {
  const offset = fc.nat(125)
  await fc.assert(
    fc.asyncProperty(steps(), offset, fc.nat(40), async (course, start, length) => {
      const { history, head } = await played(course)
      const [from, to] = [firstDay + start, firstDay + start + length]
      const sum = async (ranges: readonly { from: number; to: number }[]) => {
        const reports = await Promise.all(
          ranges.map((range) => answerReport({ books: history.books }, toQuery({ ...everything, ...range }, head))),
        )
        const add = (of: (report: (typeof reports)[number]) => number): number =>
          reports.reduce((total, report) => total + of(report), 0)
        return {
          ledger: add((r) => r.reconciliation.ledgerMinor),
          overhead: add((r) => r.reconciliation.overheadMinor),
          unmatched: add((r) => r.reconciliation.unmatchedMinor),
          micro: add((r) => r.tiers.micro.spendMinor),
          posts: add((r) => r.tiers.all.posts),
          impressions: add((r) => r.tiers.all.impressions + r.unattributed.impressions),
          revenue: add((r) => r.tiers.all.revenueMinor + r.unattributed.revenueMinor),
        }
      }
      const days = Array.from({ length: to - from + 1 }, (_, i) => ({ from: from + i, to: from + i }))
      expect(await sum([{ from, to }])).toEqual(await sum(days))
      const months = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01', '2026-06-01', '2026-07-01']
      const starts = months.map((text) => Date.parse(text) / 86_400_000)
      const whole = starts.slice(1).map((next, i) => ({ from: starts[i] as number, to: next - 1 }))
      expect(await sum([{ from: starts[0] as number, to: (starts.at(-1) as number) - 1 }])).toEqual(await sum(whole))
    }),
    runs(20),
  )
})
