import fc from 'fast-check'
import type { Estimate, Report, ReportQuery } from '../../functions/contract/report.ts'
import { ReportQuery as Query } from '../../functions/contract/report.ts'
import { answerReport } from '../../functions/usecases/answer-report.ts'
import { readRollups } from '../../functions/usecases/read-rollups.ts'
import type { History } from './history.ts'
import { snapshotOf } from './history-model.ts'
import { someDays } from './history-rows.ts'
import { type ModelQuery, type ModelTier, modelReport } from './model-report.ts'
import type { ModelView } from './model-view.ts'

const anyDay = fc.constantFrom(...someDays)
const some = <T>(...values: T[]): fc.Arbitrary<T[]> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constant<T[]>([]) },
    { weight: 1, arbitrary: fc.subarray(values, { minLength: 1 }) },
  )

export const modelQuery: fc.Arbitrary<ModelQuery> = fc
  .record({
    days: fc.option(fc.tuple(anyDay, anyDay), { freq: 3 }),
    basis: fc.constantFrom('period' as const, 'campaign' as const),
    spendBasis: fc.constantFrom('accrued' as const, 'paid' as const),
    overhead: fc.constantFrom('apart' as const, 'spread' as const),
    campaign: some('spring', 'sprng'),
    brand: some('north'),
    platform: some('ig', 'tt'),
    niche: some('food', 'fitness'),
    region: some('DE'),
    objective: some('sales', 'traffic'),
    tier: some('nano', 'micro', 'macro', 'unknown'),
  })
  .map(({ days, ...query }) => (days ? { ...query, from: Math.min(...days), to: Math.max(...days) } : query))

export const everything: ModelQuery = {
  basis: 'period',
  spendBasis: 'accrued',
  overhead: 'apart',
  campaign: [],
  brand: [],
  platform: [],
  niche: [],
  region: [],
  objective: [],
  tier: [],
}

const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

export const toQuery = ({ from, to, ...query }: ModelQuery, snapshot?: number): ReportQuery =>
  Query.parse({
    ...query,
    ...(from === undefined || to === undefined ? {} : { from: iso(from), to: iso(to) }),
    ...(snapshot === undefined ? {} : { snapshot }),
  })

/** A report of the product and of the model, in one form. */
export async function bothReports(history: History, model: ModelView, query: ModelQuery, snapshot: number) {
  const report = await answerReport({ books: history.books }, toQuery(query, snapshot))
  return { report: ofReport(report, query), model: ofModel(modelReport(model, query), query) }
}

const point = (estimate: Estimate): number | null => (estimate.kind === 'unavailable' ? null : estimate.point)

function ofReport(report: Report, { overhead }: ModelQuery) {
  const points = report.series.points.map((each): [string, Record<string, number>] => {
    const { date, tier, posts: _posts, followers: _followers, grossProfitMinor: _profit, ...sums } = each
    return [`${date} ${tier}`, sums]
  })
  return {
    from: report.query.from,
    to: report.query.to,
    reaches: report.reaches,
    tiers: Object.fromEntries(
      Object.entries(report.tiers).map(([name, tier]) => [
        name,
        {
          ...tier,
          metrics: Object.fromEntries(Object.entries(tier.metrics).map(([metric, of]) => [metric, point(of)])),
        },
      ]),
    ),
    series:
      overhead === 'spread' ? null : sorted(points.filter(([, sums]) => Object.values(sums).some((v) => v !== 0))),
    reconciliation: report.reconciliation,
    coverage: report.coverage,
    unattributed: report.unattributed,
  }
}

function ofModel(model: ReturnType<typeof modelReport>, { overhead }: ModelQuery) {
  const day = (value: number | null | undefined): string | null => (value == null ? null : iso(value))
  const { range, reaches, series, tiers, ...rest } = model
  return {
    from: day(range?.from),
    to: day(range?.to),
    reaches: { spend: day(reaches.spend), results: day(reaches.results) },
    tiers: tiers as Record<string, ModelTier>,
    series: overhead === 'spread' ? null : sorted([...series]),
    ...rest,
  }
}

const sorted = (points: readonly [string, Record<string, number>][]): Record<string, Record<string, number>> =>
  Object.fromEntries([...points].sort(([a], [b]) => (a < b ? -1 : 1)))

/** Totals that the rollups of a snapshot state, by month, measure and currency; zeros left out. */
export async function statedTotals(history: History, number: number): Promise<Record<string, number>> {
  const { body } = await snapshotOf(history, number)
  const rollups = await readRollups(history.books.chunks, body.months)
  return nonZero(
    rollups.flatMap(({ header }) =>
      header.totals.map((of) => [`${header.month} ${of.measure} ${of.currency}`, of.amountMinor] as const),
    ),
  )
}

export const nonZero = (totals: Iterable<readonly [string, number]>): Record<string, number> =>
  Object.fromEntries([...totals].filter(([, minor]) => minor !== 0).sort(([a], [b]) => (a < b ? -1 : 1)))
