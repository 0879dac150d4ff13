import type { CampaignRow } from '../../../../functions/contract/report.ts'
import { formatCount, formatDay, formatMoney } from '../../format/format.ts'
import { t } from '../../messages/lists.ts'
import { objectiveTexts } from '../../messages/metrics.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import type { DataColumn } from '../../ui/data-table-model.ts'
import { sumColumns, textColumn } from './sum-columns.tsx'

export function campaignColumns(view: View, currency: string): DataColumn<CampaignRow>[] {
  const day = (id: 'start' | 'end'): DataColumn<CampaignRow> =>
    textColumn(id, t(id), (row) => row[id], {
      widthRem: 6.8,
      search: () => '',
      cell: (row) => (row[id] === null ? t('noValue') : formatDay(row[id])),
    })
  const objective = ({ objective }: CampaignRow) => (objective === null ? null : objectiveTexts[objective])
  return [
    textColumn('name', t('campaign'), ({ name }) => name, {
      widthRem: 14,
      cell: ({ id, name }) => (
        <a href={hrefOf(`/campaigns/${id}`, view)} dir="auto">
          {name}
        </a>
      ),
    }),
    textColumn('brand', t('brand'), ({ brand }) => brand),
    textColumn('objective', t('objective'), objective, { widthRem: 8, hidden: true }),
    day('start'),
    { ...day('end'), hidden: true },
    {
      id: 'creators',
      label: t('creators'),
      align: 'end',
      widthRem: 5.2,
      value: ({ creators }) => creators,
      cell: ({ creators }) => formatCount(creators),
    },
    // A campaign's posts give way to what names it.
    ...sumColumns<CampaignRow>(currency).map((column) =>
      column.id === 'posts' ? { ...column, hidden: true } : column,
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
    {
      id: 'budget',
      label: t('budget'),
      align: 'end',
      widthRem: 8.5,
      hidden: true,
      value: ({ budgetMinor }) => budgetMinor,
      cell: ({ budgetMinor, budgetCurrency }) =>
        budgetMinor === null ? t('noValue') : formatMoney(budgetMinor, budgetCurrency ?? currency),
    },
  ]
}
