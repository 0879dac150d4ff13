import type { CreatorRow } from '../../../../functions/contract/report.ts'
import { formatCount } from '../../format/format.ts'
import { t } from '../../messages/lists.ts'
import { tierTexts } from '../../messages/metrics.ts'
import { hrefOf } from '../../state/use-view.ts'
import { tierNames, type View } from '../../state/view.ts'
import type { DataColumn } from '../../ui/data-table-model.ts'
import { TierBadge } from '../../ui/tier-mark.tsx'
import { sumColumns, textColumn } from '../campaigns/sum-columns.tsx'
import type { CreatorEntries } from '../campaigns/use-entries.ts'
import { rangeScale } from './range-scale.ts'
import { judgementColumns, likelyColumn, rankColumn } from './ranking-columns.tsx'

/** @param more stand after the rank */
export function creatorColumns(
  view: View,
  entries: CreatorEntries,
  more: readonly DataColumn<CreatorRow>[],
): DataColumn<CreatorRow>[] {
  const { currency, metric, trendMonths, rows } = entries
  const shown = { currency, metric, trendMonths, scale: rangeScale(rows) }
  return [
    textColumn('name', t('creator'), ({ name }) => name, {
      widthRem: 11,
      cell: ({ id, name }) => (
        <a href={hrefOf(`/creators/${id}`, view)} dir="auto">
          {name}
        </a>
      ),
    }),
    rankColumn(),
    likelyColumn(shown),
    ...more,
    {
      id: 'tiers',
      label: t('tiers'),
      widthRem: 7.4,
      // The smallest tier first, as followers would sort.
      value: ({ tiers }) => (tiers[0] === undefined ? null : tierNames.indexOf(tiers[0])),
      cell: ({ tiers }) => <TierBadges tiers={tiers} />,
    },
    {
      id: 'followers',
      label: t('followers'),
      align: 'end',
      widthRem: 6.6,
      value: ({ followers }) => followers,
      cell: ({ followers }) => (followers === null ? t('noValue') : formatCount(followers)),
    },
    textColumn('niche', t('niche'), ({ niche }) => niche, { hidden: true }),
    textColumn('region', t('region'), ({ region }) => region, { hidden: true, widthRem: 6 }),
    ...judgementColumns(shown),
    {
      id: 'campaigns',
      label: t('campaigns'),
      align: 'end',
      widthRem: 6.2,
      hidden: true,
      value: ({ campaigns }) => campaigns,
      cell: ({ campaigns }) => formatCount(campaigns),
    },
    ...sumColumns<CreatorRow>(currency),
  ]
}

export function TierBadges({ tiers }: Pick<CreatorRow, 'tiers'>) {
  return (
    <span class="badges">
      {tiers.map((tier) => (
        <TierBadge key={tier} tier={tier} text={tierTexts[tier]} />
      ))}
    </span>
  )
}
