import type { Report } from '../../../../functions/contract/report.ts'

export const seriesMeasures = ['spend', 'conversions', 'revenue', 'clicks', 'engagements', 'impressions'] as const
export type SeriesMeasure = (typeof seriesMeasures)[number]

export type EntryPoint = { date: string; micro: number; macro: number; other: number; total: number }

const fields = {
  spend: 'spendMinor',
  revenue: 'revenueMinor',
  conversions: 'conversions',
  clicks: 'clicks',
  engagements: 'engagements',
  impressions: 'impressions',
} as const

/** One measure by day or month and tier, without gaps from the first to the last date that has anything. */
export function toEntrySeries({ points }: Report['series'], measure: SeriesMeasure): EntryPoint[] {
  const byDate = new Map<string, EntryPoint>()
  const dates = points.map(({ date }) => date).sort()
  const last = dates.at(-1) ?? ''
  for (let date = dates[0]; date !== undefined && date <= last; date = dateAfter(date))
    byDate.set(date, { date, micro: 0, macro: 0, other: 0, total: 0 })
  for (const point of points) {
    const entry = byDate.get(point.date)
    if (!entry) continue
    const value = point[fields[measure]]
    entry[point.tier === 'micro' || point.tier === 'macro' ? point.tier : 'other'] += value
    entry.total += value
  }
  return [...byDate.values()]
}

/** The point with most of it, if any has anything. */
export function peakOf(points: readonly EntryPoint[]): EntryPoint | undefined {
  return points.reduce<EntryPoint | undefined>(
    (peak, point) => (point.total > (peak?.total ?? 0) ? point : peak),
    undefined,
  )
}

/** The day after a day, the month after a month. */
function dateAfter(date: string): string {
  const isMonth = date.length === 7
  const [year, month, day] = date.split('-').map(Number)
  const next = Date.UTC(year ?? 0, (month ?? 1) - (isMonth ? 0 : 1), isMonth ? 1 : (day ?? 1) + 1)
  return new Date(next).toISOString().slice(0, date.length)
}
