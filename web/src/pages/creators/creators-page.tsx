import { useMemo } from 'preact/hooks'
import type { CreatorRow } from '../../../../functions/contract/report.ts'
import type { PageProps } from '../../app/routes.ts'
import { t as creators } from '../../messages/creators.ts'
import { t } from '../../messages/lists.ts'
import { metricTexts } from '../../messages/metrics.ts'
import type { View } from '../../state/view.ts'
import { writeView } from '../../state/view-url.ts'
import type { RowChoice } from '../../ui/data-table-model.ts'
import { EntryTable } from '../campaigns/entry-table.tsx'
import { ListPage } from '../campaigns/list-page.tsx'
import { type CreatorEntries, useAllCreators } from '../campaigns/use-entries.ts'
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
      {(entries) => (
        <>
          <p class="quiet">{creators('rankedNote', { metric: metricTexts[entries.metric].name })}</p>
          <CreatorTable view={view} entries={entries} />
        </>
      )}
    </ListPage>
  )
}

const byRank = { sort: 'rank', order: 'asc' } as const

export function CreatorTable({ view, entries }: { view: View; entries: CreatorEntries }) {
  const columns = useMemo(() => creatorColumns(view, entries), [writeView(view), entries])
  return (
    <EntryTable
      title={t('creators')}
      entries={entries}
      columns={columns}
      searchLabel={t('searchCreators')}
      none={t('noCreators')}
      usualSort={byRank}
      choices={rankChoices}
    />
  )
}

const rankChoices: readonly RowChoice<CreatorRow>[] = [
  { id: 'top', label: creators('topGroup'), keep: ({ ranking }) => ranking.topGroup },
]
