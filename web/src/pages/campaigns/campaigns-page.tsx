import { useMemo } from 'preact/hooks'
import type { CampaignRow } from '../../../../functions/contract/report.ts'
import type { PageProps } from '../../app/routes.ts'
import { t } from '../../messages/lists.ts'
import type { View } from '../../state/view.ts'
import { writeView } from '../../state/view-url.ts'
import { campaignColumns } from './campaign-columns.tsx'
import { EntryTable } from './entry-table.tsx'
import { ListPage } from './list-page.tsx'
import { type Entries, useAllCampaigns } from './use-entries.ts'

export function CampaignsPage({ view }: PageProps) {
  return (
    <ListPage
      view={view}
      title={t('campaigns')}
      note={t('campaignsNote')}
      withheld={t('withheldCampaigns')}
      useEntries={useAllCampaigns}
    >
      {(entries) => <CampaignTable view={view} entries={entries} />}
    </ListPage>
  )
}

export function CampaignTable({ view, entries }: { view: View; entries: Entries<CampaignRow> }) {
  const columns = useMemo(() => campaignColumns(view, entries), [writeView(view), entries])
  return (
    <EntryTable
      title={t('campaigns')}
      entries={entries}
      columns={columns}
      searchLabel={t('searchCampaigns')}
      none={t('noCampaigns')}
    />
  )
}
