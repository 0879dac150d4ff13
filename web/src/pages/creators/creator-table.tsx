import { useMemo } from 'preact/hooks'
import type { CreatorRow } from '../../../../functions/contract/report.ts'
import { t } from '../../messages/creators.ts'
import { t as lists } from '../../messages/lists.ts'
import type { View } from '../../state/view.ts'
import { writeView } from '../../state/view-url.ts'
import type { DataColumn, RowChoice } from '../../ui/data-table-model.ts'
import { EntryTable } from '../campaigns/entry-table.tsx'
import type { CreatorEntries } from '../campaigns/use-entries.ts'
import { creatorColumns } from './creator-columns.tsx'

type CreatorTableProps = {
  view: View
  entries: CreatorEntries
  /** Beside those that every list of creators has. Keep the same arrays between draws. */
  columns?: readonly DataColumn<CreatorRow>[]
  choices?: readonly RowChoice<CreatorRow>[]
}

const byRank = { sort: 'rank', order: 'asc' } as const
const none: readonly never[] = []

/** Creators by rank, to sort, search and choose from. */
export function CreatorTable({ view, entries, columns: more = none, choices = none }: CreatorTableProps) {
  const columns = useMemo(() => creatorColumns(view, entries, more), [writeView(view), entries, more])
  return (
    <EntryTable
      title={lists('creators')}
      entries={entries}
      columns={columns}
      searchLabel={lists('searchCreators')}
      none={lists('noCreators')}
      usualSort={byRank}
      choices={[topChoice, ...choices]}
    />
  )
}

const topChoice: RowChoice<CreatorRow> = { id: 'top', label: t('topGroup'), keep: ({ ranking }) => ranking.topGroup }
