import type { CreatorRow } from '../../../../functions/contract/report.ts'
import type { PageProps } from '../../app/routes.ts'
import { useSession } from '../../app/use-session.ts'
import { formatCount, formatDay } from '../../format/format.ts'
import { t as creators } from '../../messages/creators.ts'
import { t } from '../../messages/lists.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Facts } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Answered, Empty, Skeleton } from '../../ui/states.tsx'
import { CampaignTable } from '../campaigns/campaigns-page.tsx'
import { EntryReport } from '../campaigns/entry-report.tsx'
import { useAllCampaigns, useAllCreators, useCreatorReport, wholeView } from '../campaigns/use-entries.ts'
import { Withheld } from '../campaigns/withheld.tsx'
import { useCreatorHistory, useVetting } from './creator-answers.ts'
import { TierBadges } from './creator-columns.tsx'
import { CreatorNotes, ShortlistButton } from './creator-notes.tsx'
import { CreatorPosts } from './creator-posts.tsx'
import { CreatorRank } from './creator-rank.tsx'
import { CreatorTiers } from './creator-tiers.tsx'

export function CreatorPage({ view, parameters }: PageProps) {
  if (useSession()?.role !== 'executive') return <CreatorOf view={view} id={parameters.id ?? ''} />
  return (
    <div class="page">
      <PageHead title={t('creator')} />
      <Withheld view={view} text={t('withheldCreators')} />
    </div>
  )
}

function CreatorOf({ view, id }: { view: View; id: string }) {
  // Who it is does not hang on the range: the name stays where the range holds nothing.
  const who = useAllCreators(wholeView(view), { creator: [id] })
  const report = useCreatorReport(view, id)
  const campaigns = useAllCampaigns(view, { creator: [id] })
  const history = useCreatorHistory(view, id)
  const place = { workspace: view.workspace, id }
  const vetting = useVetting(place)
  const back = <ButtonLink href={hrefOf('/creators', view)}>{t('toCreators')}</ButtonLink>
  const [row] = who.data?.rows ?? []
  if (who.data && !row) {
    return (
      <Empty level={1} title={t('unknownCreator')} action={back}>
        {t('unknownText')}
      </Empty>
    )
  }
  return (
    <div class="page">
      <PageHead
        title={row?.name ?? t('creator')}
        under={t('creators')}
        actions={
          <>
            <ShortlistButton place={place} answer={vetting} />
            {back}
          </>
        }
      />
      <Answered answer={who} skeleton={<Skeleton heights={[2]} />}>
        {({ rows: [found] }) =>
          found !== undefined && <CreatorFacts row={found} lastPost={history.data?.lastPost ?? null} />
        }
      </Answered>
      <CreatorRank view={view} id={id} />
      <EntryReport answer={report} />
      <Answered answer={campaigns} skeleton={<Skeleton heights={[14]} />}>
        {(entries) => <CampaignTable view={view} entries={entries} />}
      </Answered>
      <CreatorPosts key={`posts ${id}`} view={view} id={id} />
      <Answered answer={history} skeleton={<Skeleton heights={[14]} />}>
        {(found) => <CreatorTiers view={view} history={found} />}
      </Answered>
      <CreatorNotes key={`notes ${id}`} place={place} answer={vetting} />
    </div>
  )
}

function CreatorFacts({ row, lastPost }: { row: CreatorRow; lastPost: string | null }) {
  const { followers, niche, region, tiers, campaigns, posts } = row
  const text = (value: string | null) => <span dir="auto">{value ?? t('noValue')}</span>
  return (
    <>
      <Facts
        facts={[
          { term: t('tiers'), value: <TierBadges tiers={tiers} /> },
          { term: t('followers'), value: followers === null ? t('noValue') : formatCount(followers) },
          { term: t('niche'), value: text(niche) },
          { term: t('region'), value: text(region) },
          { term: t('campaigns'), value: formatCount(campaigns) },
          { term: t('posts'), value: formatCount(posts) },
          { term: creators('lastPost'), value: lastPost === null ? t('noValue') : formatDay(lastPost) },
        ]}
      />
      {tiers.length > 1 && <p class="quiet small">{t('tierInCampaigns')}</p>}
    </>
  )
}
