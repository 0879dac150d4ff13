import type { Plan, PlanData } from '../../../../functions/contract/plan.ts'
import { formatCount, formatMoney, formatRatio } from '../../format/format.ts'
import { t } from '../../messages/planner.ts'
import { Card } from '../../ui/card.tsx'
import { type Column, Table } from '../../ui/table.tsx'

type DataRow = { id: string; label: string; of: (data: PlanData) => string }

/** What the curves rest on, so that a refusal can be checked. */
export function DataCard({ plan: { data, currency } }: { plan: Plan }) {
  const money = (minor: number): string => formatMoney(minor, currency, 'whole')
  const rows: DataRow[] = [
    { id: 'campaigns', label: t('dataCampaigns'), of: ({ campaigns }) => formatCount(campaigns) },
    { id: 'months', label: t('dataMonths'), of: ({ campaignMonths }) => formatCount(campaignMonths) },
    { id: 'spend', label: t('dataSpend'), of: ({ spendMinor }) => money(spendMinor) },
    { id: 'conversions', label: t('dataConversions'), of: ({ conversions }) => formatCount(conversions) },
    {
      id: 'creator',
      label: t('dataPerCreator'),
      of: ({ spendPerCreatorMinor: paid }) => (paid === null ? t('noValue') : money(paid)),
    },
    { id: 'spread', label: t('dataSpread'), of: ({ logSpendSd }) => formatRatio(logSpendSd) },
    { id: 'left', label: t('dataLeftOut'), of: ({ unpaid, refunded }) => formatCount(unpaid + refunded) },
  ]
  const columns: Column<DataRow>[] = [
    { id: 'label', header: t('figure'), cell: ({ label }) => label },
    { id: 'micro', header: t('curveMicro'), align: 'end', cell: ({ of }) => of(data.micro) },
    { id: 'macro', header: t('curveMacro'), align: 'end', cell: ({ of }) => of(data.macro) },
  ]
  return (
    <Card wide title={t('dataTitle')} note={t('dataNote')}>
      <Table caption={t('dataTitle')} columns={columns} rows={rows} keyOf={({ id }) => id} />
    </Card>
  )
}
