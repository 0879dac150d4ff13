import type { Claims } from '../../../../functions/contract/claims.ts'
import type { PageProps } from '../../app/routes.ts'
import { useSession } from '../../app/use-session.ts'
import { t } from '../../messages/claims.ts'
import { strataTexts } from '../../messages/comparison.ts'
import { t as states } from '../../messages/states.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Answered, Empty, Skeleton } from '../../ui/states.tsx'
import { ClaimCard } from './claim-card.tsx'
import { useClaims, useWarnings } from './use-claims.ts'
import './claims.css'

export function ClaimsPage({ view }: PageProps) {
  const answer = useClaims(view)
  return (
    <div class="page">
      <PageHead title={t('title')}>{t('intro')}</PageHead>
      <Answered answer={answer} skeleton={<Skeleton heights={[4, 24, 24]} />}>
        {(claims) => (claims.query.from === null ? <Nothing view={view} /> : <Cards claims={claims} view={view} />)}
      </Answered>
    </div>
  )
}

function Cards({ claims: { claims, currency, tierRule, strata, testsCounted }, view }: { claims: Claims; view: View }) {
  const warnings = useWarnings(view)
  return (
    <>
      {warnings.length > 0 && (
        <Notice tone="warn" title={t('warnings')}>
          {warnings.join(' ')}
        </Notice>
      )}
      <p class="claims-rule quiet small">
        {testsCounted > 1 && `${t('testsMany', { count: testsCounted })} `}
        {t('ranges')} {sayPlaces(strata)} {tierRule.sentence}
      </p>
      <div class="claims">
        {claims.map((claim) => (
          <ClaimCard key={claim.name} claim={claim} currency={currency} bands={tierRule} view={view} />
        ))}
      </div>
    </>
  )
}

function sayPlaces(strata: Claims['strata']): string {
  if (strata.length === 0) return t('placesNone')
  return t('places', { places: strata.map((name) => strataTexts[name]).join(', ') })
}

function Nothing({ view }: { view: View }) {
  const mayUpload = useSession()?.role !== 'executive' && view.snapshot === null
  const action = mayUpload && (
    <ButtonLink kind="main" href={hrefOf('/uploads', { ...view, preview: null })}>
      {states('emptyAction')}
    </ButtonLink>
  )
  return (
    <Empty title={t('emptyTitle')} action={action}>
      {t('emptyText')}
    </Empty>
  )
}
