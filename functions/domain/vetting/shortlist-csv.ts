import type { CreatorRow, Estimate, MetricName } from '../../contract/report.ts'
import type { Vetting } from '../../contract/vetting.ts'
import { currencyExponent } from '../money/currency.ts'
import { csvCell } from '../report/trial-balance-csv.ts'

/** A creator on the shortlist; without a row of its own where the range holds nothing of it. */
export interface ShortlistRow {
  readonly name: string
  readonly vetting: Vetting
  readonly row: CreatorRow | null
}

const columns = [
  'creator',
  'tiers',
  'followers',
  'niche',
  'region',
  'metric',
  'likely',
  'likely_low',
  'likely_high',
  'own',
  'rank',
  'top_group',
  'consistency',
  'brand_fit',
  'content_score',
  'last_posted',
  'posts',
  'spend',
  'revenue',
  'currency',
  'shortlisted_by',
  'shortlisted_at',
  'notes',
] as const

type Cells = Partial<Record<(typeof columns)[number], string>>

const moneyMetrics: ReadonlySet<MetricName> = new Set(['cpm', 'cpe', 'cpc', 'cpa', 'costPerPost', 'aov'])

/** The shortlist for a spreadsheet. Money is in whole units of the currency, rates are fractions, ranges are of 95%. */
export function shortlistCsv(rows: readonly ShortlistRow[], metric: MetricName, currency: string): string {
  const unit = 10 ** (currencyExponent(currency) ?? 2)
  const write = (value: number): string => plain(moneyMetrics.has(metric) ? value / unit : value)
  const lines = rows.map(
    ({ name, vetting, row }): Cells => ({
      creator: name,
      metric,
      currency,
      ...(row && factsOf(row, unit)),
      ...(row && judgementOf(row, metric, write)),
      shortlisted_by: vetting.shortlisted?.by ?? '',
      shortlisted_at: vetting.shortlisted?.at ?? '',
      notes: vetting.notes.map(({ text, by, at }) => `${at.slice(0, 10)} ${by}: ${text}`).join('\n'),
    }),
  )
  const text = [columns.join(','), ...lines.map((cells) => columns.map((name) => csvCell(cells[name] ?? '')).join(','))]
  return `${text.join('\r\n')}\r\n`
}

function factsOf({ tiers, followers, niche, region, lastPosted, ...row }: CreatorRow, unit: number): Cells {
  return {
    tiers: tiers.join(' '),
    followers: followers === null ? '' : String(followers),
    niche: niche ?? '',
    region: region ?? '',
    last_posted: lastPosted ?? '',
    posts: String(row.posts),
    spend: plain(row.spendMinor / unit),
    revenue: plain(row.revenueMinor / unit),
  }
}

function judgementOf(row: CreatorRow, metric: MetricName, write: (value: number) => string): Cells {
  const { estimate, rank, topGroup } = row.ranking
  const range =
    estimate.kind === 'interval' ? { likely_low: write(estimate.low), likely_high: write(estimate.high) } : {}
  return {
    ...range,
    likely: pointOf(estimate, write),
    own: pointOf(row.metrics[metric], write),
    rank: rank === null ? '' : String(rank),
    top_group: topGroup ? 'yes' : 'no',
    consistency: pointOf(row.consistency, plain),
    brand_fit: pointOf(row.brandFit, plain),
    content_score: pointOf(row.contentScore, plain),
  }
}

const pointOf = (estimate: Estimate, write: (value: number) => string): string =>
  estimate.kind === 'unavailable' ? '' : write(estimate.point)

/** Without an exponent, and without digits that mean nothing. */
const plain = (value: number): string => value.toFixed(6).replace(/\.?0+$/, '')
