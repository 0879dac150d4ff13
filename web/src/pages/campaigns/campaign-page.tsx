import { useBooks, useReport } from '../../api/use-books.ts'
import type { PageProps } from '../../app/routes.ts'
import { useSession } from '../../app/use-session.ts'
import { t as campaigns } from '../../messages/campaigns.ts'
import { t } from '../../messages/lists.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Answered, Empty, Skeleton } from '../../ui/states.tsx'
import { BudgetCard } from './budget-card.tsx'
import { CampaignCreators } from './campaign-creators.tsx'
import { CampaignFacts } from './campaign-facts.tsx'
import { CostOf } from './cost-of.tsx'
import { EntryReport } from './entry-report.tsx'
import { FitCard } from './fit-card.tsx'
import { TargetsCard } from './targets-card.tsx'
import { TiersTable } from './tiers-table.tsx'
import { useAllCampaigns, wholeView } from './use-entries.ts'
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
      <Parts view={view} id={id} />
    </div>
  )
}

/** What is true of the campaign as such does not hang on the range; its figures, tiers and creators do. */
function Parts({ view, id }: { view: View; id: string }) {
  const of: View = { ...view, campaign: [id] }
  const whole = useAllCampaigns({ ...wholeView(view), campaign: [id] })
  const report = useReport(of)
  const [row] = whole.data?.rows ?? []
  return (
    <>
      <Answered answer={whole} skeleton={<Skeleton heights={[7, 16]} />}>
        {({ rows: [found], currency }) =>
          found === undefined ? (
            <p class="quiet">{campaigns('noRows')}</p>
          ) : (
            <>
              <CampaignFacts row={found} />
              <BudgetCard row={found} currency={currency} spendBasis={view.spendBasis} />
            </>
          )
        }
      </Answered>
      <EntryReport answer={report} span={row} />
      <Answered answer={whole} skeleton={<Skeleton heights={[14]} />}>
        {({ rows: [found], currency }) =>
          found !== undefined && (
            <div class="cards">
              <TargetsCard row={found} currency={currency} />
              <CostOf view={view} id={id} apart={found} currency={currency} />
              <FitCard row={found} />
            </div>
          )
        }
      </Answered>
      <Answered answer={report} skeleton={<Skeleton heights={[14]} />}>
        {(found) => <TiersTable report={found} />}
      </Answered>
      <CampaignCreators view={view} of={of} />
    </>
  )
}
