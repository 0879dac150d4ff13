import type { MetricName, Report } from '../../../../functions/contract/report.ts'
import { formatCount, formatEstimate, formatMoney, formatRange, formatShare } from '../../format/format.ts'
import { sayTargets } from '../../format/say-targets.ts'
import { t } from '../../messages/lists.ts'
import { metricTexts, reasonTexts } from '../../messages/metrics.ts'
import { Tile, Tiles } from '../../ui/card.tsx'
import { Definition } from '../../ui/definition.tsx'
import './entry.css'

/** After the sums that every entry shows; what the page is asked about and what has a target come first. */
const usual: readonly MetricName[] = ['cpa', 'roas', 'roi', 'cpm', 'cpe']

/** The totals of one campaign or creator in the range, with their change against the compared days. */
export function EntryTiles({ report }: { report: Report }) {
  const { tiers, currency, compared, query, targets } = report
  const { all } = tiers
  const change = (now: number, then: number | undefined) => {
    if (!compared || !then) return undefined
    const range = formatRange(compared.from, compared.to)
    return t('changed', { change: formatShare(now / then - 1, { digits: 1, signed: true }), range })
  }
  const before = compared?.tiers.all
  const targeted = targets.map(({ metric }) => metric)
  const metrics = [...new Set([query.metric, ...targeted, ...usual])].slice(0, 4)
  return (
    <div class="entry-tiles">
      <Tiles>
        <Tile
          label={t('spend')}
          value={formatMoney(all.spendMinor, currency)}
          note={change(all.spendMinor, before?.spendMinor)}
        />
        <Tile
          label={t('revenue')}
          value={formatMoney(all.revenueMinor, currency)}
          note={change(all.revenueMinor, before?.revenueMinor)}
        />
        <Tile
          label={t('conversions')}
          value={formatCount(all.conversions)}
          note={change(all.conversions, before?.conversions)}
        />
        <Tile label={t('posts')} value={formatCount(all.posts)} note={change(all.posts, before?.posts)} />
        {metrics.map((metric) => (
          <MetricTile key={metric} metric={metric} report={report} />
        ))}
      </Tiles>
    </div>
  )
}

function MetricTile({ metric, report }: { metric: MetricName; report: Report }) {
  const { name, meaning } = metricTexts[metric]
  const estimate = report.tiers.all.metrics[metric]
  const target = sayTargets(report, metric)
  return (
    <Tile
      label={<Definition meaning={meaning}>{name}</Definition>}
      value={formatEstimate(metric, estimate, report.currency) ?? t('noValue')}
      note={estimate.kind === 'unavailable' ? reasonTexts[estimate.reason] : target?.text}
      tone={target?.tone}
    />
  )
}
