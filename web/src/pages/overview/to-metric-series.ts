import type {
  Estimate,
  MetricName,
  Report,
  SeriesPoint,
  UnavailableReason,
} from '../../../../functions/contract/report.ts'

type Sum = Exclude<keyof SeriesPoint, 'date' | 'tier' | 'grossProfitMinor'>

/** How a metric is made of a point's sums; ROI is its gross profit above its spend. */
const ratios: Record<Exclude<MetricName, 'roi'>, { top: Sum; bottom: Sum; scale?: number }> = {
  cpm: { top: 'spendMinor', bottom: 'impressions', scale: 1000 },
  cpe: { top: 'spendMinor', bottom: 'engagements' },
  cpc: { top: 'spendMinor', bottom: 'clicks' },
  cpa: { top: 'spendMinor', bottom: 'conversions' },
  ctr: { top: 'clicks', bottom: 'impressions' },
  cvr: { top: 'conversions', bottom: 'clicks' },
  erReach: { top: 'engagements', bottom: 'reach' },
  erImpressions: { top: 'engagements', bottom: 'impressions' },
  aov: { top: 'revenueMinor', bottom: 'conversions' },
  roas: { top: 'revenueMinor', bottom: 'spendMinor' },
  costPerPost: { top: 'spendMinor', bottom: 'posts' },
  erFollowers: { top: 'engagements', bottom: 'followers' },
}

/** Reasons that hold for the range's own sums, and not for each of its points. */
const ofTheRange: readonly UnavailableReason[] = ['zero-denominator', 'zero-spend']

type Sides = { micro: Estimate; macro: Estimate }
/** `soFar`: of all sums up to the date, so that the last one is the whole range's. */
export type MetricPoint = Sides & { date: string; soFar: Sides }
export type MetricSeries = { metric: MetricName; grain: 'day' | 'month'; points: MetricPoint[] }

/** The compared metric of both tiers by day or month, each point from its own sums; no date is left out. */
export function toMetricSeries(report: Pick<Report, 'series' | 'comparison' | 'tiers'>): MetricSeries {
  const { metric } = report.comparison
  const { points } = report.series
  const sums = new Map(points.map((point) => [`${point.date} ${point.tier}`, point]))
  const dates = points.map(({ date }) => date).sort()
  const metricAt = (tier: 'micro' | 'macro', own: SeriesPoint | undefined): Estimate => {
    const whole = report.tiers[tier].metrics[metric]
    // What no file gave for the whole range, no point can have; nought would be a claim.
    if (whole.kind === 'unavailable' && !ofTheRange.includes(whole.reason)) return whole
    return metricOf(metric, own)
  }
  const totals: Partial<Record<'micro' | 'macro', SeriesPoint>> = {}
  const soFar = (tier: 'micro' | 'macro', own: SeriesPoint | undefined): Estimate => {
    if (own) totals[tier] = addPoints(totals[tier], own)
    return metricAt(tier, totals[tier])
  }
  return {
    metric,
    grain: report.series.grain,
    points: everyDate(dates[0], dates.at(-1)).map((date) => {
      const micro = sums.get(`${date} micro`)
      const macro = sums.get(`${date} macro`)
      return {
        date,
        micro: metricAt('micro', micro),
        macro: metricAt('macro', macro),
        soFar: { micro: soFar('micro', micro), macro: soFar('macro', macro) },
      }
    }),
  }
}

function addPoints(total: SeriesPoint | undefined, own: SeriesPoint): SeriesPoint {
  if (!total) return own
  const sum = (name: Sum): number => total[name] + own[name]
  return {
    ...own,
    spendMinor: sum('spendMinor') as SeriesPoint['spendMinor'],
    impressions: sum('impressions'),
    reach: sum('reach'),
    engagements: sum('engagements'),
    clicks: sum('clicks'),
    conversions: sum('conversions'),
    revenueMinor: sum('revenueMinor') as SeriesPoint['revenueMinor'],
    posts: sum('posts'),
    followers: sum('followers'),
    grossProfitMinor: profitOf(total, own) as SeriesPoint['grossProfitMinor'],
  }
}

const profitOf = (total: SeriesPoint, own: SeriesPoint): number | null =>
  total.grossProfitMinor === null || own.grossProfitMinor === null
    ? null
    : total.grossProfitMinor + own.grossProfitMinor

/** What is drawn of a point: a day alone is mostly chance, because money and results fall on different days. */
export function drawnOf(grain: MetricSeries['grain'], point: MetricPoint): Sides {
  return grain === 'day' ? point.soFar : point
}

/** A metric of one point's sums, in minor units or as a fraction. */
export function metricOf(metric: MetricName, sums: SeriesPoint | undefined): Estimate {
  if (!sums) return missing('no-data')
  if (metric === 'roi') return roiOf(sums)
  const { top, bottom, scale = 1 } = ratios[metric]
  if (top === 'spendMinor' && sums.spendMinor <= 0) return missing('zero-spend')
  if (sums[bottom] <= 0) return missing(bottom === 'spendMinor' ? 'zero-spend' : 'zero-denominator')
  return { kind: 'exact', point: (sums[top] * scale) / sums[bottom] }
}

function roiOf({ spendMinor, grossProfitMinor }: SeriesPoint): Estimate {
  if (spendMinor <= 0) return missing('zero-spend')
  if (grossProfitMinor === null) return missing('no-margin')
  return { kind: 'exact', point: (grossProfitMinor - spendMinor) / spendMinor }
}

const missing = (reason: UnavailableReason): Estimate => ({ kind: 'unavailable', reason })

/** Days or months from the first to the last. */
export function everyDate(first: string | undefined, last: string | undefined): string[] {
  if (first === undefined || last === undefined) return []
  const dates: string[] = []
  const month = first.length === 7
  const at = new Date(`${month ? `${first}-01` : first}T00:00:00Z`)
  for (let date = first; date <= last; date = at.toISOString().slice(0, first.length)) {
    dates.push(date)
    if (month) at.setUTCMonth(at.getUTCMonth() + 1)
    else at.setUTCDate(at.getUTCDate() + 1)
  }
  return dates
}
