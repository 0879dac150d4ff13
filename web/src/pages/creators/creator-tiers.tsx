import type { CreatorDeal, CreatorHistory, FollowerCount } from '../../../../functions/contract/creator.ts'
import { formatCount, formatDay } from '../../format/format.ts'
import { t } from '../../messages/creators.ts'
import { t as lists } from '../../messages/lists.ts'
import { tierTexts } from '../../messages/metrics.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { Card } from '../../ui/card.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { TierBadge } from '../../ui/tier-mark.tsx'

const tierCell = ({ tier }: Pick<FollowerCount, 'tier'>) => <TierBadge tier={tier} text={tierTexts[tier]} />

const countColumns: Column<FollowerCount>[] = [
  { id: 'month', header: t('month'), cell: ({ month }) => formatDay(month) },
  { id: 'platform', header: t('platform'), cell: ({ platform }) => platform },
  { id: 'followers', header: t('followers'), align: 'end', cell: ({ followers }) => formatCount(followers) },
  { id: 'tier', header: t('tier'), cell: tierCell },
]

function dealColumns(view: View): Column<CreatorDeal>[] {
  return [
    {
      id: 'campaign',
      header: t('campaign'),
      cell: ({ campaign, name }) => (
        <a href={hrefOf(`/campaigns/${campaign}`, view)} dir="auto">
          {name}
        </a>
      ),
    },
    {
      id: 'firstPost',
      header: t('firstPost'),
      cell: ({ firstPost }) => (firstPost === null ? lists('noValue') : formatDay(firstPost)),
    },
    { id: 'tier', header: t('tier'), cell: tierCell },
  ]
}

/** In which tier a creator was when. */
export function CreatorTiers({ view, history }: { view: View; history: CreatorHistory }) {
  const { followers, deals } = history
  return (
    <div class="cards">
      <Card title={t('tiersTitle')} note={t('tiersNote')}>
        {followers.length === 0 ? (
          <p class="quiet">{t('noCounts')}</p>
        ) : (
          <Table
            caption={t('tiersTitle')}
            columns={countColumns}
            rows={followers}
            keyOf={({ month, platform }) => `${month} ${platform}`}
          />
        )}
      </Card>
      <Card title={t('dealsTitle')} note={t('dealsNote')}>
        {deals.length === 0 ? (
          <p class="quiet">{t('noDeals')}</p>
        ) : (
          <Table
            caption={t('dealsTitle')}
            columns={dealColumns(view)}
            rows={deals}
            keyOf={({ campaign }) => campaign}
          />
        )}
      </Card>
    </div>
  )
}
