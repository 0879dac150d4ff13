import { useBooks, useReport } from '../../api/use-books.ts'
import type { PageProps } from '../../app/routes.ts'
import { formatCount, formatMoney } from '../../format/format.ts'
import { t } from '../../messages/lists.ts'
import { Tile, Tiles } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Answered } from '../../ui/states.tsx'

export function CampaignPage({ view, parameters }: PageProps) {
  const id = parameters.id ?? ''
  const name = useBooks(view).data?.choices.campaign.find((campaign) => campaign.id === id)?.name
  const answer = useReport({ ...view, campaign: [id] })
  return (
    <div class="page">
      <PageHead title={name ?? t('campaign')} />
      <Answered answer={answer}>
        {({ tiers, currency }) => (
          <Tiles>
            <Tile label={t('spend')} value={formatMoney(tiers.all.spendMinor, currency)} />
            <Tile label={t('conversions')} value={formatCount(tiers.all.conversions)} />
            <Tile label={t('revenue')} value={formatMoney(tiers.all.revenueMinor, currency)} />
          </Tiles>
        )}
      </Answered>
    </div>
  )
}
