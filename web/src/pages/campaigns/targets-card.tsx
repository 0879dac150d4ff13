import type { CampaignRow, CampaignTarget } from '../../../../functions/contract/report.ts'
import { formatMetric } from '../../format/format.ts'
import { t } from '../../messages/campaigns.ts'
import { metricTexts } from '../../messages/metrics.ts'
import { Badge, Card } from '../../ui/card.tsx'
import { Definition } from '../../ui/definition.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { Ranged } from './ranged.tsx'

/** What the campaign was to reach, and whether it does; nothing where it has no target. */
export function TargetsCard({ row, currency }: { row: CampaignRow; currency: string }) {
  if (row.targets.length === 0) return null
  const columns: Column<CampaignTarget>[] = [
    {
      id: 'metric',
      header: t('metric'),
      cell: ({ metric }) => <Definition meaning={metricTexts[metric].meaning}>{metricTexts[metric].name}</Definition>,
    },
    {
      id: 'target',
      header: t('target'),
      align: 'end',
      cell: ({ metric, point, currency: own }) => formatMetric(metric, point, own),
    },
    {
      id: 'soFar',
      header: t('soFar'),
      align: 'end',
      cell: ({ metric }) => <Ranged metric={metric} estimate={row.metrics[metric]} currency={currency} />,
    },
    { id: 'met', header: t('status'), cell: ({ met }) => <Met met={met} /> },
  ]
  return (
    <Card title={t('targets')} note={t('targetsMeaning')}>
      <Table caption={t('targets')} columns={columns} rows={row.targets} keyOf={({ metric }) => metric} />
    </Card>
  )
}

function Met({ met }: Pick<CampaignTarget, 'met'>) {
  if (met === null) return <span class="quiet small">{t('targetsOpen')}</span>
  return <Badge tone={met ? 'good' : 'bad'}>{t(met ? 'reached' : 'missed')}</Badge>
}
