import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Estimate, Report } from '../../functions/contract/report.ts'
import { MetricName } from '../../functions/contract/report.ts'
import { answerReport } from '../../functions/usecases/answer-report.ts'
import { commitFile, emptyFile, openHistory } from '../support/history.ts'
import { everything, toQuery } from '../support/history-compare.ts'
import { memoryBooks } from '../support/history-memory-books.ts'
import { creators, type HistoryFile } from '../support/history-rows.ts'
import { runs } from '../support/history-runs.ts'
import { series } from '../support/history-series.ts'
import type { Figures } from '../support/model.ts'

/** Money in the reporting currency, and gross profit wherever there is revenue. */
const inDollars = (file: HistoryFile, money: (minor: number) => number, followers: boolean): HistoryFile => {
  const figures = (of: Figures): Figures => {
    const { followers: count, ...rest } = of
    const given = followers && count !== undefined ? { ...rest, followers: count } : rest
    if (given.revenue === undefined)
      return { ...given, ...(given.grossProfit === undefined ? {} : { grossProfit: money(given.grossProfit) }) }
    return { ...given, revenue: money(given.revenue), grossProfit: money(given.grossProfit ?? 33) }
  }
  const results = file.results.map((row) => ({ ...row, currency: 'USD', figures: figures(row.figures) }))
  const spends = file.spends.map((row) => ({
    ...row,
    currency: 'USD',
    // What is spread is split to the cent: k times of it may leave a cent in another month.
    period: null,
    amount: money(row.amount),
    beside: row.beside && (results[file.results.indexOf(row.beside)] ?? null),
  }))
  return { ...file, results, spends, spoilt: [] }
}

const files = series({ minLength: 3, maxLength: 9 }).map((list) => list.filter(({ kind }) => kind !== 'fx'))

async function reportOf(list: readonly HistoryFile[], query = everything): Promise<Report> {
  const history = await openHistory(memoryBooks().books)
  for (const file of list) await commitFile(history, file)
  return answerReport({ books: history.books }, toQuery(query))
}

const point = (estimate: Estimate): number | string =>
  estimate.kind === 'unavailable' ? estimate.reason : estimate.point
const isCost = (metric: MetricName): boolean => ['cpm', 'cpe', 'cpc', 'cpa', 'costPerPost', 'aov'].includes(metric)

function expectTimes(found: Estimate, was: Estimate, k: number): void {
  if (was.kind === 'unavailable') expect(found).toEqual(was)
  else expect(point(found)).toBeCloseTo(was.point * k, 9 - Math.ceil(Math.log10(1 + Math.abs(was.point * k))))
}

const sizes = fc.array(fc.constantFrom(500, 5000, 500_000), { minLength: creators.length, maxLength: creators.length })

/** One count a creator: of several the largest counts, which no mirror turns into the smallest. */
const directoryOf = (followers: readonly number[]): HistoryFile => ({
  ...emptyFile('creators'),
  creators: creators.map((creator, i) => ({
    creator,
    platform: 'ig',
    followers: followers[i] as number,
    day: null,
    niche: null,
    region: null,
  })),
})
const withoutCounts = (list: readonly HistoryFile[]): HistoryFile[] =>
  list.filter(({ kind }) => kind !== 'creators' && kind !== 'aliases')
const metrics = fc.constantFrom(...MetricName.options)

test('k times all money makes costs k times as high, and leaves returns, rates and the verdict as they were', async () => {
  await fc.assert(
    fc.asyncProperty(files, sizes, metrics, fc.integer({ min: 2, max: 1000 }), async (list, followers, metric, k) => {
      const query = { ...everything, metric }
      const reportTimes = (factor: number): Promise<Report> => {
        const scaled = withoutCounts(list).map((file) => inDollars(file, (minor) => minor * factor, true))
        return reportOf([directoryOf(followers), ...scaled], query)
      }
      const [once, times] = [await reportTimes(1), await reportTimes(k)]
      for (const name of ['nano', 'micro', 'macro', 'unknown', 'all'] as const) {
        expect(times.tiers[name].spendMinor).toBe(once.tiers[name].spendMinor * k)
        for (const of of MetricName.options)
          expectTimes(times.tiers[name].metrics[of], once.tiers[name].metrics[of], isCost(of) ? k : 1)
      }
      expect(times.comparison.verdict).toBe(once.comparison.verdict)
      expectTimes(times.comparison.crude.ratio, once.comparison.crude.ratio, 1)
    }),
    runs(30),
  )
})

test('micro taken for macro and macro for micro turns the comparison round', async () => {
  const mirrored = (count: number): number => (count === 5000 ? 500_000 : count === 500_000 ? 5000 : count)
  await fc.assert(
    fc.asyncProperty(files, sizes, metrics, async (list, followers, metric) => {
      const plain = withoutCounts(list).map((file) => inDollars(file, (minor) => minor, false))
      const query = { ...everything, metric }
      const one = await reportOf([directoryOf(followers), ...plain], query)
      const two = await reportOf([directoryOf(followers.map(mirrored)), ...plain], query)
      const { erFollowers: _, ...micro } = one.tiers.micro.metrics
      const { erFollowers: __, ...macro } = two.tiers.macro.metrics
      expect(macro).toEqual(micro)
      expect(two.tiers.micro.spendMinor).toBe(one.tiers.macro.spendMinor)
      const [ratio, inverse] = [one.comparison.crude.ratio, two.comparison.crude.ratio]
      // The mirror changes the followers themselves, not only their names.
      if (metric === 'erFollowers' || ratio.kind !== 'exact' || inverse.kind !== 'exact') return
      expect(ratio.point * inverse.point).toBeCloseTo(1, 9)
    }),
    runs(30),
  )
})
