import './creators.css'

/** From where to where all bars of a column are drawn; by their logarithms where nothing is below 0. */
export type RangeScale = { from: number; to: number; logarithmic: boolean }

type RangeBarProps = { low: number; point: number; high: number; scale: RangeScale }

const width = 100

/** A value with its range on the column's scale; what lies beyond the scale is cut. The text beside it says the same. */
export function RangeBar({ low, point, high, scale }: RangeBarProps) {
  const x = (value: number) => placeOn(scale, value) * width
  return (
    <svg class="range-bar" viewBox={`0 0 ${width} 10`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <path class="range-line" d={`M0 5H${width}`} />
      <rect class="range-span" x={x(low)} y="2" width={Math.max(1, x(high) - x(low))} height="6" />
      <rect class="range-point" x={Math.min(width - 2, Math.max(0, x(point) - 1))} y="0" width="2" height="10" />
    </svg>
  )
}

function placeOn({ from, to, logarithmic }: RangeScale, value: number): number {
  const at = logarithmic ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from)
  return Number.isNaN(at) ? 0 : Math.min(1, Math.max(0, at))
}
