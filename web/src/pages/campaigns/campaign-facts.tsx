import type { CampaignRow } from '../../../../functions/contract/report.ts'
import { formatDay, formatMetric, formatMoney, formatRange, formatShare } from '../../format/format.ts'
import { t } from '../../messages/lists.ts'
import { metricTexts, objectiveTexts } from '../../messages/metrics.ts'
import { Card, Facts } from '../../ui/card.tsx'
import { Definition } from '../../ui/definition.tsx'

/** What the directory says of a campaign, and its budget against all that it has cost, whatever the range. */
export function CampaignFacts({ row, currency }: { row: CampaignRow; currency: string }) {
  const { brand, objective, overheadMinor, margin, targetNiche, brief } = row
  const facts = [
    { term: t('brand'), value: <span dir="auto">{brand ?? t('noValue')}</span> },
    { term: t('objective'), value: objective === null ? t('noValue') : objectiveTexts[objective] },
    { term: t('dates'), value: datesOf(row) },
    {
      term: <Definition meaning={t('overheadMeaning')}>{t('overhead')}</Definition>,
      value: formatMoney(overheadMinor, currency),
    },
    { term: t('margin'), value: margin === null ? t('noValue') : formatShare(Number(margin), { digits: 1 }) },
    { term: t('targetNiche'), value: <span dir="auto">{targetNiche ?? t('noValue')}</span> },
    ...row.targets.map((target) => ({
      term: t('targetFor', { metric: metricTexts[target.metric].name }),
      value: formatMetric(target.metric, target.point, target.currency),
    })),
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
        <Budget row={row} currency={currency} />
      </div>
    </Card>
  )
}

function datesOf({ start, end }: CampaignRow): string {
  if (start !== null && end !== null) return formatRange(start, end)
  const known = start ?? end
  return known === null ? t('noValue') : formatDay(known)
}

function Budget({ row, currency }: { row: CampaignRow; currency: string }) {
  const { budgetMinor, budgetCurrency, spendMinor, overheadMinor } = row
  const own = budgetCurrency ?? currency
  if (budgetMinor === null) return <p class="quiet small">{t('noBudget')}</p>
  const budget = formatMoney(budgetMinor, own)
  const spent = spendMinor + overheadMinor
  return (
    <div class="budget">
      <p>{t('budgetLeft', { spent: formatMoney(spent, currency), budget })}</p>
      {own !== currency && <p class="quiet">{t('budgetOther', { currency: own, shown: currency })}</p>}
      {own === currency && budgetMinor > 0 && (
        <progress
          max={budgetMinor}
          value={Math.max(0, Math.min(spent, budgetMinor))}
          aria-label={t('budgetUsed', { share: formatShare(spent / budgetMinor), budget })}
        />
      )}
    </div>
  )
}
