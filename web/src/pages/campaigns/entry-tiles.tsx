import type { MetricName, Report } from '../../../../functions/contract/report.ts'
import { formatCount, formatEstimate, formatMetric, formatMoney, formatRange } from '../../format/format.ts'
import { sumChange } from '../../format/say-change.ts'
import { sayTargets } from '../../format/say-targets.ts'
import { t as changes } from '../../messages/changes.ts'
import { t } from '../../messages/lists.ts'
import { metricTexts } from '../../messages/metrics.ts'
import { Tile, Tiles } from '../../ui/card.tsx'
import { Definition } from '../../ui/definition.tsx'
import { sayRange } from './ranged.tsx'
import './entry.css'

/** After the sums that every entry shows; what the page is asked about and what has a target come first. */
const usual: readonly MetricName[] = ['cpa', 'roas', 'roi', 'cpm', 'cpe']

type EntrySum = 'spendMinor' | 'revenueMinor' | 'conversions' | 'posts'

/** The totals of one campaign or creator in the range, with their change against the compared days. */
export function EntryTiles({ report }: { report: Report }) {
  const { tiers, currency, compared, query, targets } = report
  const { all } = tiers
  const change = (sum: EntrySum) => {
    if (!compared) return undefined
    const isMoney = sum === 'spendMinor' || sum === 'revenueMinor'
    const write = (value: number, style: 'exact' | 'change' = 'exact') =>
      isMoney ? formatMoney(value, currency, style) : formatCount(value, style)
    return sumChange({
      now: compared.current.tiers.all[sum],
      before: compared.tiers.all[sum],
      shown: all[sum],
      write,
      writeChange: (value) => write(value, 'change'),
      moreIsGood: sum !== 'spendMinor',
    })
  }
  const targeted = targets.map(({ metric }) => metric)
  const metrics = [...new Set([query.metric, ...targeted, ...usual])].slice(0, 4)
  return (
    <div class="entry-tiles">
      <Tiles>
        <Tile label={t('spend')} value={formatMoney(all.spendMinor, currency)} note={change('spendMinor')?.text} />
        <Tile
          label={t('revenue')}
          value={formatMoney(all.revenueMinor, currency)}
          note={change('revenueMinor')?.text}
          tone={change('revenueMinor')?.tone}
        />
        <Tile
          label={t('conversions')}
          value={formatCount(all.conversions)}
          note={change('conversions')?.text}
          tone={change('conversions')?.tone}
        />
        <Tile
          label={t('posts')}
          value={formatCount(all.posts)}
          note={change('posts')?.text}
          tone={change('posts')?.tone}
        />
        {metrics.map((metric) => (
          <MetricTile key={metric} metric={metric} report={report} />
        ))}
      </Tiles>
      {compared && (
        <p class="quiet small">
          {changes('against', {
            range: formatRange(compared.from, compared.to),
            current: formatRange(compared.current.from, compared.current.to),
          })}
        </p>
      )}
    </div>
  )
}

function MetricTile({ metric, report }: { metric: MetricName; report: Report }) {
  const { name, meaning } = metricTexts[metric]
  const estimate = report.tiers.all.metrics[metric]
  const target = sayTargets(report, metric)
  // Of one creator there is nothing to leave out, and the page says whose it is.
  const alone = estimate.kind === 'exact' && report.tiers.all.creators === 1
  const range = alone ? null : sayRange(estimate, (value) => formatMetric(metric, value, report.currency))
  return (
    <Tile
      label={<Definition meaning={meaning}>{name}</Definition>}
      value={formatEstimate(metric, estimate, report.currency) ?? t('noValue')}
      note={[range, target?.text].filter(Boolean).join('. ') || undefined}
      tone={target?.tone}
    />
  )
}
