import { useMemo } from 'preact/hooks'
import type { CreatorRow } from '../../../../functions/contract/report.ts'
import type { PageProps } from '../../app/routes.ts'
import { useSession } from '../../app/use-session.ts'
import { t } from '../../messages/lists.ts'
import type { View } from '../../state/view.ts'
import { writeView } from '../../state/view-url.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Answered, Skeleton } from '../../ui/states.tsx'
import { EntryTable } from '../campaigns/entry-table.tsx'
import { type Entries, useAllCreators } from '../campaigns/use-entries.ts'
import { Withheld } from '../campaigns/withheld.tsx'
import { creatorColumns } from './creator-columns.tsx'

export function CreatorsPage({ view }: PageProps) {
  const withheld = useSession()?.role === 'executive'
  const answer = useAllCreators(withheld ? null : view)
  return (
    <div class="page">
      <PageHead title={t('creators')}>{t('creatorsNote')}</PageHead>
      {withheld ? (
        <Withheld view={view} text={t('withheldCreators')} />
      ) : (
        <Answered answer={answer} skeleton={<Skeleton heights={[30]} />}>
          {(entries) => <CreatorTable view={view} entries={entries} />}
        </Answered>
      )}
    </div>
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
