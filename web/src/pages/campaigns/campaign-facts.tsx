import type { CampaignRow } from '../../../../functions/contract/report.ts'
import { formatDay, formatRange, formatShare } from '../../format/format.ts'
import { t } from '../../messages/lists.ts'
import { objectiveTexts } from '../../messages/metrics.ts'
import { Card, Facts } from '../../ui/card.tsx'

/** What the directory says of a campaign. */
export function CampaignFacts({ row }: { row: CampaignRow }) {
  const { brand, objective, margin, targetNiche, brief } = row
  const facts = [
    { term: t('brand'), value: <span dir="auto">{brand ?? t('noValue')}</span> },
    { term: t('objective'), value: objective === null ? t('noValue') : objectiveTexts[objective] },
    { term: t('dates'), value: datesOf(row) },
    { term: t('margin'), value: margin === null ? t('noValue') : formatShare(Number(margin), { digits: 1 }) },
    { term: t('targetNiche'), value: <span dir="auto">{targetNiche ?? t('noValue')}</span> },
  ]
  return (
    <Card title={t('campaignFacts')}>
      <div class="entry-facts">
        <Facts facts={facts} />
        {brief !== null && (
          <p class="brief" dir="auto">
            {brief}
          </p>
        )}
      </div>
    </Card>
  )
}

function datesOf({ start, end }: CampaignRow): string {
  if (start !== null && end !== null) return formatRange(start, end)
  const known = start ?? end
  return known === null ? t('noValue') : formatDay(known)
}
