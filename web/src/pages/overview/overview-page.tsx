import type { Report } from '../../../../functions/contract/report.ts'
import { useReport } from '../../api/use-books.ts'
import type { PageProps } from '../../app/routes.ts'
import { useSession } from '../../app/use-session.ts'
import { formatCount, formatMoney } from '../../format/format.ts'
import { t } from '../../messages/overview.ts'
import { t as states } from '../../messages/states.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Facts } from '../../ui/card.tsx'
import { Definition } from '../../ui/definition.tsx'
import { Answered, Empty, Skeleton } from '../../ui/states.tsx'
import { OverviewTiles } from './overview-tiles.tsx'
import { RangePlot } from './range-plot.tsx'
import { SpendChart } from './spend-chart.tsx'
import { toSentenceParts } from './to-sentence.ts'
import './overview.css'

export function OverviewPage({ view }: PageProps) {
  const answer = useReport(view)
  return (
    <Answered answer={answer} level={1} skeleton={<Skeleton heights={[11, 6, 20]} />}>
      {(report) => (report.query.from === null ? <EmptyBooks view={view} /> : <Overview report={report} />)}
    </Answered>
  )
}

function EmptyBooks({ view }: { view: View }) {
  const role = useSession()?.role
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

function Overview({ report }: { report: Report }) {
  return (
    <>
      <Hero report={report} />
      <OverviewTiles report={report} />
      <div class="cards">
        <SpendChart report={report} />
      </div>
      <ReconciliationLine report={report} />
    </>
  )
}

function Hero({ report }: { report: Report }) {
  const { all } = report.tiers
  return (
    <section class="hero">
      <div class="hero-text">
        <h1>
          {toSentenceParts(report.comparison.sentence).map(({ text, tier }, at) => (
            <span key={at} class={tier ?? undefined}>
              {text}
            </span>
          ))}
        </h1>
        {report.comparison.verdict === 'not_assessed' && <p>{t('verdictUnknown')}</p>}
        <p>
          {t('basedOn', {
            creators: formatCount(all.creators),
            campaigns: formatCount(all.campaigns),
            posts: formatCount(all.posts),
          })}
        </p>
      </div>
      <RangePlot report={report} />
    </section>
  )
}

/** Ledger = attributed + overhead + unmatched, and the rule that made the tiers. */
function ReconciliationLine({ report }: { report: Report }) {
  const { reconciliation, currency, tierRule } = report
  const parts = ['ledger', 'attributed', 'overhead', 'unmatched'] as const
  return (
    <footer class="reconciliation">
      <Facts
        facts={parts.map((part) => ({
          term: <Definition meaning={t(`${part}Meaning`)}>{t(part)}</Definition>,
          value: formatMoney(reconciliation[`${part}Minor`], currency),
        }))}
      />
      <p class="quiet small">{tierRule.sentence}</p>
    </footer>
  )
}
