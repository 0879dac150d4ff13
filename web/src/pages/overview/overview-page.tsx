import { useMemo } from 'preact/hooks'
import type { Report } from '../../../../functions/contract/report.ts'
import { useReport } from '../../api/use-books.ts'
import type { PageProps } from '../../app/routes.ts'
import { useSession } from '../../app/use-session.ts'
import { t } from '../../messages/overview.ts'
import { t as states } from '../../messages/states.ts'
import { hrefOf } from '../../state/use-view.ts'
import { defaultView, type View } from '../../state/view.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { lazy } from '../../ui/lazy.tsx'
import { Answered, Empty, Skeleton } from '../../ui/states.tsx'
import { BooksFoot } from './books-foot.tsx'
import { CreatorsCard } from './creators-card.tsx'
import { Hero } from './hero.tsx'
import { OverviewTiles } from './overview-tiles.tsx'
import { SeriesCard } from './series-card.tsx'
import { SharesCard } from './shares-card.tsx'
import { TiersCard } from './tiers-card.tsx'
import { type CardAnswers, useCardAnswers } from './use-card-answers.ts'
import { useSame } from './use-same.ts'
import { warmFormats } from './warm-formats.ts'
import './overview.css'
import './overview-cards.css'

const ComparisonCard = lazy(() => import('./comparison-card.tsx').then((m) => m.ComparisonCard))

// While the report is under way.
setTimeout(warmFormats)

export function OverviewPage({ view }: PageProps) {
  const answer = useReport(view)
  const cards = useCardAnswers(view)
  return (
    <Answered answer={answer} level={1} skeleton={<Skeleton heights={[14, 6, 24]} />}>
      {(report) => <Overview report={report} view={view} cards={cards} />}
    </Answered>
  )
}

type OverviewProps = { report: Report; view: View; cards: CardAnswers }

function Overview({ report, view, cards }: OverviewProps) {
  if (report.query.from === null) return <EmptyBooks view={view} />
  if (isNothing(report)) return <NothingHere report={report} view={view} />
  return <WholeOverview report={report} view={view} cards={cards} />
}

/** Three answers come one after the other: each draws anew only what shows it. */
function WholeOverview({ report: latest, view, cards: { uploads, creators, onNear } }: OverviewProps) {
  const report = useSame(latest)
  const list = useSame(uploads.data)
  const listed = list ?? (uploads.problem ? 'failed' : undefined)
  const series = useMemo(() => <SeriesCard report={report} view={view} uploads={listed} />, [report, view, listed])
  const scatter = useMemo(
    () => <CreatorsCard report={report} view={view} creators={creators} onNear={onNear} />,
    [report, view, creators.data, creators.problem],
  )
  const { figures, shares, tiers, foot } = useMemo(() => partsOf(report, view), [report, view])
  return (
    <>
      {figures}
      <ComparisonCard report={report} view={view} />
      <div class="overview-cards">
        {series}
        {shares}
        {scatter}
        {tiers}
      </div>
      {foot}
    </>
  )
}

/** What the report alone makes. */
function partsOf(report: Report, view: View) {
  const figures = (
    <>
      <Hero report={report} />
      <OverviewTiles report={report} view={view} />
    </>
  )
  return {
    figures,
    shares: <SharesCard report={report} />,
    tiers: <TiersCard report={report} />,
    foot: <BooksFoot report={report} />,
  }
}

function EmptyBooks({ view }: { view: View }) {
  const role = useSession()?.role
  if (view.snapshot !== null) {
    return (
      <Empty level={1} title={states('emptyThenTitle')}>
        {states('emptyThenText')}
      </Empty>
    )
  }
  if (role === 'executive') {
    return (
      <Empty level={1} title={states('emptyTitle')}>
        {states('emptyForOthers')}
      </Empty>
    )
  }
  const upload = (
    <ButtonLink kind="main" href={hrefOf('/uploads', { ...view, snapshot: null, preview: null })}>
      {states('emptyAction')}
    </ButtonLink>
  )
  return (
    <Empty level={1} title={states('emptyTitle')} action={upload}>
      {states('emptyText')}
    </Empty>
  )
}

/** Neither money nor anything that came of it, in any tier or outside of them. */
function isNothing({ tiers: { all }, reconciliation, unattributed }: Report): boolean {
  const came = Object.values(unattributed).some((sum) => sum !== 0)
  return reconciliation.ledgerMinor === 0 && all.creators === 0 && all.posts === 0 && !came
}

function NothingHere({ report, view }: { report: Report; view: View }) {
  const { workspace, snapshot, preview } = view
  const all = (
    <ButtonLink kind="main" href={hrefOf('/', { ...defaultView, workspace, snapshot, preview })}>
      {t('nothingAction')}
    </ButtonLink>
  )
  return (
    <>
      <Empty level={1} title={t('nothingTitle')} action={all}>
        {t('nothingText')}
      </Empty>
      <BooksFoot report={report} />
    </>
  )
}
