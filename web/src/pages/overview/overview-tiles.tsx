import type { MetricName, Report } from '../../../../functions/contract/report.ts'
import { formatCount, formatEstimate, formatMoney, formatRange, formatShare } from '../../format/format.ts'
import { type Change, metricChange, sumChange } from '../../format/say-change.ts'
import { sayTargets } from '../../format/say-targets.ts'
import { t as changes } from '../../messages/changes.ts'
import { metricTexts, reasonTexts } from '../../messages/metrics.ts'
import { t } from '../../messages/overview.ts'
import type { View } from '../../state/view.ts'
import { Tile, Tiles } from '../../ui/card.tsx'
import { Definition } from '../../ui/definition.tsx'
import { compareCaveats } from './compare-caveats.ts'
import { toShares } from './to-shares.ts'
import { useBudget } from './use-budget.ts'

/** The figures of all tiers together, against the compared range where there is one. */
export function OverviewTiles({ report, view }: { report: Report; view: View }) {
  const { compared, comparison } = report
  const metrics = [...new Set<MetricName>([comparison.metric, 'roas', 'roi'])]
  const budget = useBudget(report, view)
  return (
    <div class="figures">
      <Tiles>
        <SumTile report={report} sum="spendMinor" more={budget} />
        <SumTile report={report} sum="conversions" />
        {metrics.map((metric) => (
          <MetricTile key={metric} report={report} metric={metric} />
        ))}
      </Tiles>
      {compared && (
        <p class="quiet small">
          {changes('against', {
            range: formatRange(compared.from, compared.to),
            current: formatRange(compared.current.from, compared.current.to),
          })}{' '}
          {compareCaveats(compared).map((caveat) => (
            <b key={caveat}>{caveat} </b>
          ))}
        </p>
      )}
    </div>
  )
}

type SumTileProps = { report: Report; sum: 'spendMinor' | 'conversions'; more?: string | null }

function SumTile({ report: { tiers, compared, currency }, sum, more = null }: SumTileProps) {
  const say = (value: number): string =>
    sum === 'spendMinor' ? formatMoney(value, currency, 'whole') : formatCount(value)
  const shares = toShares(tiers, sum)
  const total = tiers.all[sum]
  const before = compared?.tiers.all[sum]
  const change =
    compared && before !== undefined
      ? sumChange({
          now: compared.current.tiers.all[sum],
          before,
          shown: total,
          write: say,
          writeChange: (value) =>
            sum === 'spendMinor' ? formatMoney(value, currency, 'change') : formatCount(value, 'change'),
          moreIsGood: sum === 'conversions',
        })
      : null
  const split = shares && t('shares', { micro: formatShare(shares.micro), macro: formatShare(shares.macro) })
  return <Tile label={t(sum)} value={say(total)} note={<Notes changes={[change]} lines={[split, more]} />} />
}

function MetricTile({ report, metric }: { report: Report; metric: MetricName }) {
  const { tiers, currency, compared } = report
  const value = (tier: 'all' | 'micro' | 'macro') => formatEstimate(metric, tiers[tier].metrics[metric], currency)
  const overall = tiers.all.metrics[metric]
  const change = compared
    ? metricChange(
        metric,
        {
          now: compared.current.tiers.all.metrics[metric],
          before: compared.tiers.all.metrics[metric],
          shown: overall,
        },
        currency,
      )
    : null
  const split = t('shares', { micro: value('micro') ?? t('noValue'), macro: value('macro') ?? t('noValue') })
  const { name, meaning } = metricTexts[metric]
  const lines = [overall.kind === 'unavailable' ? reasonTexts[overall.reason] : null, split]
  return (
    <Tile
      label={<Definition meaning={meaning}>{name}</Definition>}
      value={value('all') ?? t('noValue')}
      note={<Notes changes={[change, sayTargets(report, metric)]} lines={lines} />}
    />
  )
}

function Notes({ changes, lines }: { changes: (Change | null)[]; lines: (string | null)[] }) {
  const said = lines.filter((line) => line !== null)
  return (
    <>
      {changes.map(
        (change) =>
          change && (
            <span key={change.text} class="line" data-tone={change.tone}>
              {change.text}
            </span>
          ),
      )}
      {said.map((line) => (
        <span key={line} class="line">
          {line}
        </span>
      ))}
    </>
  )
}
