import { useMemo } from 'preact/hooks'
import type { CreatorRow } from '../../../../functions/contract/report.ts'
import type { PageProps } from '../../app/routes.ts'
import { t } from '../../messages/lists.ts'
import type { View } from '../../state/view.ts'
import { writeView } from '../../state/view-url.ts'
import { EntryTable } from '../campaigns/entry-table.tsx'
import { ListPage } from '../campaigns/list-page.tsx'
import { type Entries, useAllCreators } from '../campaigns/use-entries.ts'
import { creatorColumns } from './creator-columns.tsx'

export function CreatorsPage({ view }: PageProps) {
  return (
    <ListPage
      view={view}
      title={t('creators')}
      note={t('creatorsNote')}
      withheld={t('withheldCreators')}
      useEntries={useAllCreators}
    >
      {(entries) => <CreatorTable view={view} entries={entries} />}
    </ListPage>
  )
}

export function CreatorTable({ view, entries }: { view: View; entries: Entries<CreatorRow> }) {
  const columns = useMemo(() => creatorColumns(view, entries.currency), [writeView(view), entries.currency])
  return (
    <EntryTable
      title={t('creators')}
      entries={entries}
      columns={columns}
      searchLabel={t('searchCreators')}
      none={t('noCreators')}
    />
  )
}
