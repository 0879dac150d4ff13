import type { ClaimTest } from '../../../../functions/contract/claims.ts'

export type IntervalRow = {
  measure: ClaimTest['measure']
  label: string
  role: ClaimTest['role']
  /** Fractions of the scale; an end that lies beyond it is cut. */
  point: number
  low: number
  high: number
  cutLow: boolean
  cutHigh: boolean
}

export type IntervalChart = {
  rows: IntervalRow[]
  ticks: { at: number; value: number }[]
  /** Where there is no difference, and where the advantage is 10%. */
  same: number
  advantage: number
}

const scales = [
  { bound: 2, ticks: [0.5, 0.7, 1, 1.4, 2] },
  { bound: 4, ticks: [0.25, 0.5, 1, 2, 4] },
  { bound: 16, ticks: [1 / 16, 1 / 4, 1, 4, 16] },
] as const

/** Ratios with their ranges on a logarithmic scale around 1; null where no test has a ratio. */
export function toIntervalChart(tests: readonly ClaimTest[]): IntervalChart | null {
  const known = tests.flatMap(({ measure, label, role, ratio }) => {
    if (ratio.kind === 'unavailable') return []
    const { point } = ratio
    const [low, high] = ratio.kind === 'interval' ? [ratio.low, ratio.high] : [point, point]
    return [{ measure, label, role, point, low, high }]
  })
  if (known.length === 0) return null
  const farthest = Math.max(...known.flatMap(({ low, high }) => [1 / low, high]))
  const { bound, ticks } = scales.find((scale) => farthest <= scale.bound) ?? scales[2]
  const place = (ratio: number): number => {
    const at = 0.5 + Math.log(ratio) / (2 * Math.log(bound))
    return Math.min(1, Math.max(0, at))
  }
  return {
    rows: known.map(({ point, low, high, ...row }) => ({
      ...row,
      point: place(point),
      low: place(low),
      high: place(high),
      cutLow: low < 1 / bound,
      cutHigh: high > bound,
    })),
    ticks: ticks.map((value) => ({ at: place(value), value })),
    same: place(1),
    advantage: place(1.1),
  }
}
