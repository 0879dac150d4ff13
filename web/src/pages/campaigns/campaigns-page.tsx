import type { CampaignRow } from '../../../../functions/contract/report.ts'
import { useCampaigns } from '../../api/use-lists.ts'
import type { PageProps } from '../../app/routes.ts'
import { formatCount, formatMoney } from '../../format/format.ts'
import { t } from '../../messages/lists.ts'
import { hrefOf, usePageParameters } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Answered, Empty } from '../../ui/states.tsx'
import { type Column, type Sorting, Table } from '../../ui/table.tsx'

/** A link to the list holds how it is sorted, but for the usual. */
const defaultSorting = { sort: 'spendMinor', order: 'desc' }

export function CampaignsPage({ view }: PageProps) {
  const [{ sort, order }, change] = usePageParameters(defaultSorting)
  const sorting: Sorting = { column: sort, order: order === 'asc' ? 'asc' : 'desc' }
  const answer = useCampaigns(view, { sort: sorting.column, order: sorting.order })
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
                sorting={sorting}
                onSort={({ column, order }) => change({ sort: column, order })}
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
      sortable: true,
      header: t('name'),
      cell: ({ id, name }) => (
        <a href={hrefOf(`/campaigns/${id}`, view)} dir="auto">
          {name}
        </a>
      ),
    },
    { id: 'brand', header: t('brand'), cell: ({ brand }) => brand ?? t('noValue') },
    {
      id: 'spendMinor',
      sortable: true,
      header: t('spend'),
      align: 'end',
      cell: ({ spendMinor }) => formatMoney(spendMinor, currency),
    },
    {
      id: 'conversions',
      sortable: true,
      header: t('conversions'),
      align: 'end',
      cell: ({ conversions }) => formatCount(conversions),
    },
    {
      id: 'revenueMinor',
      sortable: true,
      header: t('revenue'),
      align: 'end',
      cell: ({ revenueMinor }) => formatMoney(revenueMinor, currency),
    },
  ]
}
