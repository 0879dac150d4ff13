import { useMemo } from 'preact/hooks'
import type { CampaignRow } from '../../../../functions/contract/report.ts'
import type { PageProps } from '../../app/routes.ts'
import { useSession } from '../../app/use-session.ts'
import { t } from '../../messages/lists.ts'
import type { View } from '../../state/view.ts'
import { writeView } from '../../state/view-url.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Answered, Skeleton } from '../../ui/states.tsx'
import { campaignColumns } from './campaign-columns.tsx'
import { EntryTable } from './entry-table.tsx'
import { type Entries, useAllCampaigns } from './use-entries.ts'
import { Withheld } from './withheld.tsx'

export function CampaignsPage({ view }: PageProps) {
  const withheld = useSession()?.role === 'executive'
  const answer = useAllCampaigns(withheld ? null : view)
  return (
    <div class="page">
      <PageHead title={t('campaigns')}>{t('campaignsNote')}</PageHead>
      {withheld ? (
        <Withheld view={view} text={t('withheldCampaigns')} />
      ) : (
        <Answered answer={answer} skeleton={<Skeleton heights={[30]} />}>
          {(entries) => <CampaignTable view={view} entries={entries} />}
        </Answered>
      )}
    </div>
  )
}

export function CampaignTable({ view, entries }: { view: View; entries: Entries<CampaignRow> }) {
  const columns = useMemo(() => campaignColumns(view, entries.currency), [writeView(view), entries.currency])
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
