import type { Claim } from '../../../../functions/contract/claims.ts'
import { writeNumber } from '../../../../functions/contract/write-number.ts'
import { t } from '../../messages/claims.ts'
import { sayRatio, sayWhole } from './say-claim.ts'
import { type IntervalRow, toIntervalChart } from './to-interval-chart.ts'

const width = 420
const edge = 20
const top = 30
const rowHeight = 46
const toX = (at: number): number => edge + at * (width - 2 * edge)

/** Each test's ratio with its range: right of 1 is in favour of the claim. The table beside it has the same numbers. */
export function IntervalChart({ claim: { title, tests } }: { claim: Claim }) {
  const chart = toIntervalChart(tests)
  if (!chart) return null
  const bottom = top + chart.rows.length * rowHeight
  const values = tests
    .map(({ label, ratio }) => t('chartRow', { measure: label, ratio: sayWhole(sayRatio(ratio)) }))
    .join(', ')
  return (
    <svg
      class="interval-chart"
      viewBox={`0 0 ${width} ${bottom + 24}`}
      role="img"
      aria-label={t('chart', { claim: title, values })}
    >
      <text class="towards" x={toX(chart.same) - 10} y={14} text-anchor="end">
        {t('against')}
      </text>
      <text class="towards" x={toX(chart.same) + 10} y={14}>
        {t('favour')}
      </text>
      {chart.ticks.map(({ at, value }) => (
        <text key={value} x={toX(at)} y={bottom + 18} text-anchor="middle">
          {value < 0.1 ? '1/16' : writeNumber(value, { maximumFractionDigits: 2 })}
        </text>
      ))}
      <path class="line-same" d={`M${toX(chart.same)} ${top - 8}V${bottom}`} />
      <path class="line-advantage" d={`M${toX(chart.advantage)} ${top - 8}V${bottom}`} />
      {chart.rows.map((row, at) => (
        <Row key={row.measure} row={row} y={top + rowHeight * (at + 0.5)} />
      ))}
    </svg>
  )
}

function Row({ row, y }: { row: IntervalRow; y: number }) {
  const { label, role, point, low, high, cutLow, cutHigh } = row
  const [from, to] = [toX(low), toX(high)]
  return (
    <g class="interval" data-role={role}>
      <text class="row-label" x={edge} y={y - 9}>
        {label}
      </text>
      <path d={`M${from} ${y + 8}H${to}`} />
      {cutLow ? <path d={`M${from + 6} ${y + 3}l-6 5 6 5`} /> : <path d={`M${from} ${y + 3}v10`} />}
      {cutHigh ? <path d={`M${to - 6} ${y + 3}l6 5-6 5`} /> : <path d={`M${to} ${y + 3}v10`} />}
      <circle cx={toX(point)} cy={y + 8} r="5.5" />
    </g>
  )
}
