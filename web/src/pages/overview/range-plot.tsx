import type { Report } from '../../../../functions/contract/report.ts'
import { formatMetric } from '../../format/format.ts'
import { t } from '../../messages/overview.ts'
import { formatTick } from './format-tick.ts'
import { toRangePlot } from './to-range-plot.ts'

const width = 420
const left = 74
const right = 24
const rowHeight = 66
const toX = (at: number): number => left + at * (width - left - right)

/** Both values on one scale, each with its range where it has one. */
export function RangePlot({ report }: { report: Report }) {
  const { metric, likeForLike, crude, sentence } = report.comparison
  const assessed = likeForLike.micro.kind !== 'unavailable' || likeForLike.macro.kind !== 'unavailable'
  const plot = toRangePlot(assessed ? likeForLike : crude)
  if (!plot) return null
  const bottom = plot.rows.length * rowHeight + 10
  return (
    <svg class="range-plot" viewBox={`0 0 ${width} ${bottom + 26}`} role="img" aria-label={sentence}>
      {plot.ticks.map(({ at, value }) => (
        <g key={value}>
          <path d={`M${toX(at)} 6V${bottom}`} />
          <text x={toX(at)} y={bottom + 20} text-anchor="middle">
            {formatTick(metric, value, report.currency)}
          </text>
        </g>
      ))}
      {plot.rows.map(({ tier, value, point, low, high, cut }, row) => {
        const y = 18 + rowHeight * (row + 0.5)
        return (
          <g key={tier}>
            <text class="side-name" x={left - 14} y={y + 5} text-anchor="end">
              {t(tier)}
            </text>
            <text class="side-value" x={Math.min(toX(point), width - 36)} y={y - 17} text-anchor="middle">
              {formatMetric(metric, value, report.currency)}
            </text>
            <rect class={`band-${tier}`} x={toX(low)} y={y - 10} width={toX(high) - toX(low)} height="20" rx="10" />
            {cut && <path class="cut" d={`M${toX(high) - 12} ${y - 5}l7 5-7 5`} />}
            {tier === 'micro' ? (
              <circle class="mark-micro" cx={toX(point)} cy={y} r="8" />
            ) : (
              <path class="mark-macro" d={`M${toX(point)} ${y - 11}l11 11-11 11-11-11z`} />
            )}
          </g>
        )
      })}
    </svg>
  )
}
