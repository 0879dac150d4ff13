import type { CreatorRow } from '../../../../functions/contract/report.ts'
import { useCreators } from '../../api/use-lists.ts'
import type { PageProps } from '../../app/routes.ts'
import { formatCount, formatMoney } from '../../format/format.ts'
import { t } from '../../messages/lists.ts'
import { tierTexts } from '../../messages/metrics.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Answered, Empty } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { TierBadge } from '../../ui/tier-mark.tsx'

export function CreatorsPage({ view }: PageProps) {
  const answer = useCreators(view)
  return (
    <div class="page">
      <PageHead title={t('creators')} />
      <Answered answer={answer}>
        {({ creators, total, currency }) =>
          total === 0 ? (
            <Empty title={t('noCreators')}>{t('widen')}</Empty>
          ) : (
            <Card title={t('creators')} note={t('firstOf', { shown: creators.length, total })}>
              <Table
                caption={t('creators')}
                columns={columnsOf(view, currency)}
                rows={creators}
                keyOf={({ id }) => id}
              />
            </Card>
          )
        }
      </Answered>
    </div>
  )
}

function columnsOf(view: View, currency: string): Column<CreatorRow>[] {
  return [
    {
      id: 'name',
      header: t('name'),
      cell: ({ id, name }) => (
        <a href={hrefOf(`/creators/${id}`, view)} dir="auto">
          {name}
        </a>
      ),
    },
    {
      id: 'tiers',
      header: t('tiers'),
      cell: ({ tiers }) => (
        <span class="actions">
          {tiers.map((tier) => (
            <TierBadge key={tier} tier={tier} text={tierTexts[tier]} />
          ))}
        </span>
      ),
    },
    { id: 'spend', header: t('spend'), align: 'end', cell: ({ spendMinor }) => formatMoney(spendMinor, currency) },
    { id: 'conversions', header: t('conversions'), align: 'end', cell: ({ conversions }) => formatCount(conversions) },
    {
      id: 'revenue',
      header: t('revenue'),
      align: 'end',
      cell: ({ revenueMinor }) => formatMoney(revenueMinor, currency),
    },
  ]
}
