import type { CampaignRow } from '../../../../functions/contract/report.ts'
import { formatCount, formatDay, formatMoney } from '../../format/format.ts'
import { t as campaigns } from '../../messages/campaigns.ts'
import { t } from '../../messages/lists.ts'
import { objectiveTexts } from '../../messages/metrics.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import type { DataColumn } from '../../ui/data-table-model.ts'
import { resultColumn, standingColumns } from './standing-columns.tsx'
import { sumColumns, textColumn } from './sum-columns.tsx'
import type { Entries } from './use-entries.ts'

/** What gives way to the budget, the pace and the metric that a campaign is judged by. */
const hiddenSums: readonly string[] = ['posts', 'conversions', 'cpa', 'revenue', 'roas', 'roi']

export function campaignColumns(view: View, { rows, currency }: Entries<CampaignRow>): DataColumn<CampaignRow>[] {
  const day = (id: 'start' | 'end'): DataColumn<CampaignRow> =>
    textColumn(id, t(id), (row) => row[id], {
      widthRem: 6.8,
      hidden: true,
      search: () => '',
      cell: (row) => (row[id] === null ? t('noValue') : formatDay(row[id])),
    })
  const objective = ({ objective }: CampaignRow) => (objective === null ? null : objectiveTexts[objective])
  return [
    textColumn('name', t('campaign'), ({ name }) => name, {
      widthRem: 12.5,
      cell: ({ id, name }) => (
        <a href={hrefOf(`/campaigns/${id}`, view)} dir="auto">
          {name}
        </a>
      ),
    }),
    textColumn('brand', t('brand'), ({ brand }) => brand, { widthRem: 7.4 }),
    textColumn('objective', t('objective'), objective, { widthRem: 8, hidden: true }),
    day('start'),
    day('end'),
    {
      id: 'creators',
      label: t('creators'),
      align: 'end',
      widthRem: 5.2,
      hidden: true,
      value: ({ creators }) => creators,
      cell: ({ creators }) => formatCount(creators),
    },
    ...standingColumns(currency),
    resultColumn(rows, currency),
    ...sumColumns<CampaignRow>(currency).map((column) =>
      hiddenSums.includes(column.id) ? { ...column, hidden: true } : column,
    ),
    {
      id: 'overhead',
      label: t('overhead'),
      meaning: t('overheadMeaning'),
      align: 'end',
      widthRem: 8,
      hidden: true,
      value: ({ overheadMinor }) => overheadMinor,
      cell: ({ overheadMinor }) => formatMoney(overheadMinor, currency),
    },
    ...(['paid', 'invoiced', 'committed', 'unstated'] as const).map(
      (status): DataColumn<CampaignRow> => ({
        id: status,
        label: campaigns(status),
        align: 'end',
        widthRem: 8,
        hidden: true,
        value: ({ statuses }) => statuses[`${status}Minor`],
        cell: ({ statuses }) => formatMoney(statuses[`${status}Minor`], currency),
      }),
    ),
  ]
}
