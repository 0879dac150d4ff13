import type { CreatorRow, MetricName } from '../../../../functions/contract/report.ts'
import { isCost } from '../../format/say-change.ts'

export type ScatterSide = 'micro' | 'macro' | 'other'
/** Creators on one spot: the mark tells of the one that cost most and how many stand there. */
export type Spot = { x: number; y: number; name: string; count: number }
export type Scatter = {
  metric: MetricName
  spots: Record<ScatterSide, Spot[]>
  drawn: Record<ScatterSide, number>
  /** Without followers, or without the cost. */
  left: number
  medians: Record<ScatterSide, number | null>
}

/** Spots across and down: about as many as marks have room side by side in a card. */
const across = 120
const down = 50
/** Up to here each creator has a mark of its own. */
const marksMax = 600

/** Followers against a cost, both on logarithmic scales; the metric itself where it is a cost, else that of a conversion. */
export function toScatter(creators: readonly CreatorRow[], asked: MetricName): Scatter {
  const metric = isCost(asked) ? asked : 'cpa'
  const all: Record<ScatterSide, Spot[]> = { micro: [], macro: [], other: [] }
  for (const row of creators) {
    const cost = row.metrics[metric]
    const { followers } = row
    if (cost.kind === 'unavailable' || cost.point <= 0 || followers === null || followers <= 0) continue
    all[sideOf(row)].push({ x: followers, y: cost.point, name: row.name, count: 1 })
  }
  const sides = Object.keys(all) as ScatterSide[]
  const of = <T>(make: (spots: Spot[]) => T) =>
    Object.fromEntries(sides.map((side) => [side, make(all[side])])) as Record<ScatterSide, T>
  const total = sides.reduce((sum, side) => sum + all[side].length, 0)
  return {
    metric,
    spots: total <= marksMax ? all : of(gatherBy(Object.values(all).flat())),
    drawn: of((spots) => spots.length),
    left: creators.length - total,
    medians: of(medianOf),
  }
}

function sideOf({ tiers }: CreatorRow): ScatterSide {
  const [only] = tiers
  return tiers.length === 1 && (only === 'micro' || only === 'macro') ? only : 'other'
}

function gatherBy(all: readonly Spot[]): (spots: readonly Spot[]) => Spot[] {
  const cell = (values: number[], count: number) => {
    const logs = values.map(Math.log)
    const [low, high] = logs.reduce(([a, b], log) => [Math.min(a, log), Math.max(b, log)], [Infinity, -Infinity])
    return (value: number): number => Math.floor(((Math.log(value) - low) / (high - low || 1)) * count)
  }
  const column = cell(
    all.map(({ x }) => x),
    across,
  )
  const line = cell(
    all.map(({ y }) => y),
    down,
  )
  return (spots) => {
    const gathered = new Map<number, Spot>()
    for (const spot of spots) {
      const at = column(spot.x) * (down + 1) + line(spot.y)
      const there = gathered.get(at)
      if (there) there.count += 1
      else gathered.set(at, { ...spot })
    }
    return [...gathered.values()]
  }
}

function medianOf(spots: readonly Spot[]): number | null {
  const sorted = spots.map(({ y }) => y).sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  if (upper === undefined) return null
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[sorted.length / 2 - 1] as number)) / 2
}
