import type { CampaignRow } from '../../../../functions/contract/report.ts'
import { useCampaigns } from '../../api/use-lists.ts'
import type { PageProps } from '../../app/routes.ts'
import { formatCount, formatMoney } from '../../format/format.ts'
import { t } from '../../messages/lists.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Answered, Empty } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'

export function CampaignsPage({ view }: PageProps) {
  const answer = useCampaigns(view)
  return (
    <div class="page">
      <PageHead title={t('campaigns')} />
      <Answered answer={answer}>
        {({ campaigns, total, currency }) =>
          total === 0 ? (
            <Empty title={t('noCampaigns')}>{t('widen')}</Empty>
          ) : (
            <Card title={t('campaigns')} note={t('firstOf', { shown: campaigns.length, total })}>
              <Table
                caption={t('campaigns')}
                columns={columnsOf(view, currency)}
                rows={campaigns}
                keyOf={({ id }) => id}
              />
            </Card>
          )
        }
      </Answered>
    </div>
  )
}

function columnsOf(view: View, currency: string): Column<CampaignRow>[] {
  return [
    {
      id: 'name',
      header: t('name'),
      cell: ({ id, name }) => (
        <a href={hrefOf(`/campaigns/${id}`, view)} dir="auto">
          {name}
        </a>
      ),
    },
    { id: 'brand', header: t('brand'), cell: ({ brand }) => brand ?? t('noValue') },
    { id: 'spend', header: t('spend'), align: 'end', cell: ({ spendMinor }) => formatMoney(spendMinor, currency) },
    { id: 'conversions', header: t('conversions'), align: 'end', cell: ({ conversions }) => formatCount(conversions) },
    { id: 'revenue', header: t('revenue'), align: 'end', cell: ({ revenueMinor }) => formatMoney(revenueMinor, currency) },
  ]
}
