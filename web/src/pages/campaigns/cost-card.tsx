import type { CampaignRow } from '../../../../functions/contract/report.ts'
import { formatMoney } from '../../format/format.ts'
import { t } from '../../messages/campaigns.ts'
import { t as lists } from '../../messages/lists.ts'
import { metricTexts } from '../../messages/metrics.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { Card } from '../../ui/card.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { Ranged } from './ranged.tsx'

type Rule = 'creatorsOnly' | 'withOverhead' | 'fullCost'
type Line = { rule: Rule; row: CampaignRow }

type CostProps = {
  view: View
  currency: string
  /** The campaign by each rule of what overhead does. */
  apart: CampaignRow
  spread: CampaignRow
  full: CampaignRow
}

/** What overhead and work beside the ledger add, and what they do to the metric that the campaign is judged by. */
export function CostCard({ view, currency, apart, spread, full }: CostProps) {
  const { metric, overheadMinor } = apart
  const lines: Line[] = [
    { rule: 'creatorsOnly', row: { ...apart, overheadMinor: 0 as CampaignRow['overheadMinor'] } },
    { rule: 'withOverhead', row: spread },
    { rule: 'fullCost', row: full },
  ]
  const columns: Column<Line>[] = [
    { id: 'rule', header: t('cost'), cell: ({ rule }) => t(rule) },
    {
      id: 'amount',
      header: t('amount'),
      align: 'end',
      cell: ({ row }) => formatMoney(row.spendMinor + row.overheadMinor, currency),
    },
    {
      id: 'metric',
      header: metricTexts[metric].name,
      align: 'end',
      cell: ({ row }) => <Ranged metric={metric} estimate={row.metrics[metric]} currency={currency} />,
    },
  ]
  return (
    <Card title={t('costTitle')} note={t('costNote')}>
      <div class="entry-facts">
        <p class="small">
          {lists('overhead')}: {formatMoney(overheadMinor, currency)}. {lists('overheadMeaning')}
        </p>
        <Table caption={t('costTitle')} columns={columns} rows={lines} keyOf={({ rule }) => rule} />
        <p class="small">
          {full.addedMinor === 0 ? (
            <>
              {t('noneAdded')} <a href={hrefOf('/settings', view)}>{t('toSettings')}</a>
            </>
          ) : (
            t('added', { amount: formatMoney(full.addedMinor, currency) })
          )}
        </p>
      </div>
    </Card>
  )
}
