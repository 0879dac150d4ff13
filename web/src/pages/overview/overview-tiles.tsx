import type { MetricName, Report } from '../../../../functions/contract/report.ts'
import { formatCount, formatEstimate, formatMoney, formatRange, formatShare } from '../../format/format.ts'
import { metricTexts, reasonTexts } from '../../messages/metrics.ts'
import { t } from '../../messages/overview.ts'
import { Tile, Tiles } from '../../ui/card.tsx'
import { Definition } from '../../ui/definition.tsx'
import { toShares } from './to-spend-series.ts'

export function OverviewTiles({ report }: { report: Report }) {
  const { tiers, currency, compared } = report
  const before = compared?.tiers
  const change = (now: number, then: number | undefined) => {
    if (!compared || then === undefined || then === 0) return undefined
    const range = formatRange(compared.from, compared.to)
    return t('changed', { change: formatShare(now / then - 1, { digits: 1, signed: true }), range })
  }
  const split = (sum: 'spendMinor' | 'conversions') => {
    const shares = toShares(tiers.micro[sum], tiers.macro[sum])
    return shares ? t('shares', { micro: formatShare(shares.micro), macro: formatShare(shares.macro) }) : undefined
  }
  return (
    <Tiles>
      <Tile
        label={t('spend')}
        value={formatMoney(tiers.all.spendMinor, currency, 'whole')}
        note={change(tiers.all.spendMinor, before?.all.spendMinor) ?? split('spendMinor')}
      />
      <Tile
        label={t('conversions')}
        value={formatCount(tiers.all.conversions)}
        note={change(tiers.all.conversions, before?.all.conversions) ?? split('conversions')}
      />
      <MetricTile report={report} metric="roas" />
      <MetricTile report={report} metric="roi" />
    </Tiles>
  )
}

function MetricTile({ report, metric }: { report: Report; metric: MetricName }) {
  const { tiers, currency } = report
  const value = (tier: 'all' | 'micro' | 'macro') => formatEstimate(metric, tiers[tier].metrics[metric], currency)
  const overall = tiers.all.metrics[metric]
  const { name, meaning } = metricTexts[metric]
  return (
    <Tile
      label={<Definition meaning={meaning}>{name}</Definition>}
      value={value('all') ?? t('noValue')}
      note={
        overall.kind === 'unavailable'
          ? reasonTexts[overall.reason]
          : t('shares', { micro: value('micro') ?? t('noValue'), macro: value('macro') ?? t('noValue') })
      }
    />
  )
}
