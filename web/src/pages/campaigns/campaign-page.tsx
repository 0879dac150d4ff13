import { useBooks, useReport } from '../../api/use-books.ts'
import type { PageProps } from '../../app/routes.ts'
import { useSession } from '../../app/use-session.ts'
import { t } from '../../messages/lists.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Answered, Empty, Skeleton } from '../../ui/states.tsx'
import { CreatorTable } from '../creators/creator-table.tsx'
import { CampaignFacts } from './campaign-facts.tsx'
import { EntryReport } from './entry-report.tsx'
import { useAllCampaigns, useAllCreators, wholeView } from './use-entries.ts'
import { Withheld } from './withheld.tsx'

export function CampaignPage({ view, parameters }: PageProps) {
  const executive = useSession()?.role === 'executive'
  if (!executive) return <CampaignOf view={view} id={parameters.id ?? ''} />
  return (
    <div class="page">
      <PageHead title={t('campaign')} />
      <Withheld view={view} text={t('withheldCampaigns')} />
    </div>
  )
}

function CampaignOf({ view, id }: { view: View; id: string }) {
  const books = useBooks(view)
  const name = books.data?.choices.campaign.find((campaign) => campaign.id === id)?.name
  const of: View = { ...view, campaign: [id] }
  const report = useReport(of)
  const back = <ButtonLink href={hrefOf('/campaigns', view)}>{t('toCampaigns')}</ButtonLink>
  // Only the books know which campaigns there are: a report of none that exists is one of zeros.
  if (books.data === undefined) {
    return (
      <div class="page">
        <PageHead title={t('campaign')} under={t('campaigns')} actions={back} />
        <Answered answer={books} skeleton={<Skeleton heights={[6, 20]} />}>
          {() => null}
        </Answered>
      </div>
    )
  }
  if (name === undefined) {
    return (
      <Empty level={1} title={t('unknownCampaign')} action={back}>
        {t('unknownText')}
      </Empty>
    )
  }
  return (
    <div class="page">
      <PageHead title={name} under={t('campaigns')} actions={back} />
      <EntryReport answer={report} />
      <FactsOf view={view} id={id} />
      <CreatorsOf view={view} of={of} />
    </div>
  )
}

function FactsOf({ view, id }: { view: View; id: string }) {
  const answer = useAllCampaigns({ ...wholeView(view), campaign: [id] })
  return (
    <Answered answer={answer} skeleton={<Skeleton heights={[7]} />}>
      {({ rows: [row], currency }) => row !== undefined && <CampaignFacts row={row} currency={currency} />}
    </Answered>
  )
}

/** Its creators link to their own pages without being narrowed down to this campaign. */
function CreatorsOf({ view, of }: { view: View; of: View }) {
  const answer = useAllCreators(of)
  return (
    <Answered answer={answer} skeleton={<Skeleton heights={[20]} />}>
      {(entries) => <CreatorTable view={view} entries={entries} />}
    </Answered>
  )
}
