import type { CampaignRow, CreatorRow } from '../../../../functions/contract/report.ts'
import { formatCount } from '../../format/format.ts'
import { t } from '../../messages/lists.ts'
import { Card } from '../../ui/card.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { DataColumn, RowChoice } from '../../ui/data-table-model.ts'
import { Empty } from '../../ui/states.tsx'
import { rowChoices } from './sum-columns.tsx'
import type { Entries } from './use-entries.ts'

type EntryTableProps<R> = {
  title: string
  entries: Entries<R>
  columns: readonly DataColumn<R>[]
  searchLabel: string
  /** What to say where there is none. */
  none: string
  usualSort?: { sort: string; order: 'asc' | 'desc' }
  /** Beside those that campaigns and creators share. */
  choices?: readonly RowChoice<R>[]
}

const mostSpend = { sort: 'spend', order: 'desc' } as const
const keyOf = ({ id }: { id: string }): string => id

/** A list of campaigns or creators, or why it is empty. */
export function EntryTable<R extends CampaignRow | CreatorRow>(props: EntryTableProps<R>) {
  const { title, entries, columns, searchLabel, none, usualSort = mostSpend, choices = [] } = props
  const { rows, total } = entries
  if (total === 0) return <Empty title={none}>{t('widen')}</Empty>
  const cut = rows.length < total && t('firstOf', { shown: formatCount(rows.length), total: formatCount(total) })
  return (
    <Card title={title} note={cut || undefined}>
      <DataTable
        caption={title}
        columns={columns}
        rows={rows}
        keyOf={keyOf}
        usualSort={usualSort}
        choices={[...choices, ...rowChoices<R>()]}
        searchLabel={searchLabel}
      />
    </Card>
  )
}
