import type { MetricName, Report, Tier, TierName } from '../../../../functions/contract/report.ts'
import { formatCount, formatMoney, formatShare } from '../../format/format.ts'
import { t } from '../../messages/campaigns.ts'
import { t as lists } from '../../messages/lists.ts'
import { metricTexts, tierTexts } from '../../messages/metrics.ts'
import { Card } from '../../ui/card.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { TierBadge } from '../../ui/tier-mark.tsx'
import { Ranged } from './ranged.tsx'

type Row = { tier: TierName | 'all'; of: Tier }

const usual: readonly MetricName[] = ['cpa', 'roas', 'roi', 'cpm', 'erImpressions']
const metricsShown = 5

/** Which tiers the campaign's creators are of, what each cost and brought, and how they compare. */
export function TiersTable({ report }: { report: Report }) {
  const { tiers, currency, comparison } = report
  const rows = (['nano', 'micro', 'macro', 'unknown', 'all'] as const)
    .map((tier): Row => ({ tier, of: tiers[tier] }))
    .filter(({ tier, of }) => tier === 'all' || of.creators > 0)
  const metrics = [...new Set([comparison.metric, ...usual])].slice(0, metricsShown)
  const total = tiers.all.spendMinor
  const columns: Column<Row>[] = [
    {
      id: 'tier',
      header: t('tier'),
      cell: ({ tier }) => (tier === 'all' ? t('all') : <TierBadge tier={tier} text={tierTexts[tier]} />),
    },
    count('creators'),
    count('posts'),
    {
      id: 'spend',
      header: lists('spend'),
      align: 'end',
      cell: ({ of }) => formatMoney(of.spendMinor, currency),
    },
    {
      id: 'share',
      header: t('share'),
      align: 'end',
      cell: ({ of }) => (total > 0 ? formatShare(of.spendMinor / total) : lists('noValue')),
    },
    ...metrics.map(
      (metric): Column<Row> => ({
        id: metric,
        header: metricTexts[metric].name,
        align: 'end',
        cell: ({ of }) => <Ranged metric={metric} estimate={of.metrics[metric]} currency={currency} />,
      }),
    ),
  ]
  return (
    <Card title={lists('tiers')} note={t('tiersNote')} wide>
      <div class="entry-facts">
        <p class="small">{comparison.sentence}</p>
        <Table caption={lists('tiers')} columns={columns} rows={rows} keyOf={({ tier }) => tier} cards />
      </div>
    </Card>
  )
}

const count = (id: 'creators' | 'posts'): Column<Row> => ({
  id,
  header: lists(id),
  align: 'end',
  cell: ({ of }) => formatCount(of[id]),
})
