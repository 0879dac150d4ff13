import type { Estimate, MetricName, Trend } from '../../../contract/report.ts'
import type { MonthIndex } from '../../calendar.ts'
import { exact, lowerIsBetter, partsOf, unavailable } from '../metrics.ts'
import type { CreatorHistory } from './creator-history.ts'

const monthsMax = 3

/** First and last of months that follow each other. */
export interface MonthSpan {
  readonly from: MonthIndex
  readonly to: MonthIndex
}

/** The last three months that hold something against the three before, or fewer where there are not six; null below two. */
export function trendMonths(first: MonthIndex, last: MonthIndex): { earlier: MonthSpan; later: MonthSpan } | null {
  const months = Math.min(monthsMax, Math.floor((last - first + 1) / 2))
  if (months < 1) return null
  const split = last - months + 1
  return { earlier: { from: split - months, to: split - 1 }, later: { from: split, to: last } }
}

/**
 * A creator's own figures in both spans, without shares of overhead.
 * @param own over the whole range: what cannot be said there cannot be said of a part
 */
export function trendOf(
  metric: MetricName,
  own: Estimate,
  history: CreatorHistory,
  spans: ReturnType<typeof trendMonths>,
): Trend {
  if (own.kind === 'unavailable' && own.reason !== 'zero-denominator') return { earlier: own, later: own }
  const of = (span: MonthSpan | undefined): Estimate => (span ? inSpan(metric, history, span) : unavailable('no-data'))
  return { earlier: of(spans?.earlier), later: of(spans?.later) }
}

function inSpan(metric: MetricName, { months }: CreatorHistory, { from, to }: MonthSpan): Estimate {
  const inside = months.filter(({ month }) => month >= from && month <= to)
  if (inside.length === 0) return unavailable('no-data')
  const top = inside.reduce((sum, parts) => sum + parts.top, 0)
  const bottom = inside.reduce((sum, parts) => sum + parts.bottom, 0)
  if (lowerIsBetter(metric) && top <= 0) return unavailable('zero-spend')
  if (bottom <= 0) return unavailable(metric === 'roas' || metric === 'roi' ? 'zero-spend' : 'zero-denominator')
  return exact(metric === 'roi' ? (top - bottom) / bottom : (top * partsOf(metric).scale) / bottom)
}
