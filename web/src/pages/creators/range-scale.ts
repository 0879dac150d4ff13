import type { CreatorRow } from '../../../../functions/contract/report.ts'
import type { RangeScale } from './range-bar.tsx'

/** Few creators with very wide ranges must not press all others into a corner. */
const shownShare = 0.95

/** From and to what all but the widest ranges reach. Costs and rates differ by factors: they stand by their logarithms. */
export function rangeScale(rows: readonly Pick<CreatorRow, 'ranking'>[]): RangeScale {
  const ranges = rows.flatMap(({ ranking: { estimate } }) => (estimate.kind === 'interval' ? [estimate] : []))
  const highs = ranges.map(({ high }) => high).sort((a, b) => a - b)
  const lows = ranges.map(({ low }) => low).sort((a, b) => b - a)
  const last = Math.ceil(ranges.length * shownShare) - 1
  const [from, to] = [lows[last] ?? 0, highs[last] ?? 1]
  return { from, to, logarithmic: from > 0 }
}
