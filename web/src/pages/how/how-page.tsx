import { useMemo } from 'preact/hooks'
import type { Estimate, MetricName, Report } from '../../../../functions/contract/report.ts'
import { useReport } from '../../api/use-books.ts'
import type { PageProps } from '../../app/routes.ts'
import { formatCount, formatInstant, formatMetric, isTooWide } from '../../format/format.ts'
import { explanations, t } from '../../messages/how.ts'
import { metricTexts, reasonTexts } from '../../messages/metrics.ts'
import { noIntervalTexts } from '../../messages/no-interval.ts'
import type { View } from '../../state/view.ts'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Answered, Skeleton } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { sayFormula, sayParts } from './metric-parts.ts'
import { SourcesCard } from './sources-card.tsx'
import './how.css'

/** For everybody: how answers are found, what each number is made of, and which files it comes from. */
export function HowPage({ view }: PageProps) {
  const answer = useReport(view)
  return (
    <div class="page">
      <PageHead title={t('title')}>{t('intro')}</PageHead>
      <div class="explanations">
        {explanations.map(({ title, text }) => (
          <Card key={title} title={title}>
            {text.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </Card>
        ))}
      </div>
      <Answered answer={answer} skeleton={<Skeleton heights={[24]} />}>
        {(report) => <Behind report={report} view={view} />}
      </Answered>
    </div>
  )
}

function Behind({ report, view }: { report: Report; view: View }) {
  const { snapshot } = report
  return (
    <>
      <PartsCard report={report} />
      <SourcesCard report={report} view={view} />
      <p class="quiet small">
        {t('pinned', { number: snapshot.number, when: formatInstant(snapshot.committedAt) })} {report.tierRule.sentence}
      </p>
    </>
  )
}

const shown = ['micro', 'macro', 'all'] as const

function PartsCard({ report }: { report: Report }) {
  const { tiers, currency } = report
  const metrics = Object.keys(tiers.all.metrics) as MetricName[]
  const columns = useMemo(
    (): Column<MetricName>[] => [
      {
        id: 'measure',
        header: t('measure'),
        cell: (metric) => (
          <span class="made-of" id={metric}>
            <b>{metricTexts[metric].name}</b>
            <span class="quiet small">{sayFormula(metric)}</span>
          </span>
        ),
      },
      ...shown.map((tier) => ({
        id: tier,
        header: t(tier),
        align: 'end' as const,
        cell: (metric: MetricName) => (
          <Value metric={metric} estimate={tiers[tier].metrics[metric]} currency={currency}>
            {sayParts(metric, tiers[tier], currency)}
          </Value>
        ),
      })),
    ],
    [tiers, currency],
  )
  return (
    <Card title={t('partsTitle')} note={t('partsNote')}>
      <Table caption={t('partsCaption')} columns={columns} rows={metrics} keyOf={(metric) => metric} cards />
    </Card>
  )
}

type ValueProps = { metric: MetricName; estimate: Estimate; currency: string; children: string }

function Value({ metric, estimate, currency, children }: ValueProps) {
  const say = (value: number): string => formatMetric(metric, value, currency)
  const reason = whyNoRange(estimate)
  return (
    <span class="made-of">
      <b>{estimate.kind === 'unavailable' ? reasonTexts[estimate.reason] : say(estimate.point)}</b>
      <span class="quiet small">{children}</span>
      {estimate.kind === 'interval' && !isTooWide(estimate) && (
        <span class="quiet small">
          {t('range', {
            low: say(estimate.low),
            high: say(estimate.high),
            creators: formatCount(estimate.creators),
          })}
        </span>
      )}
      {reason && <span class="quiet small">{t('noInterval', { reason: noIntervalTexts[reason] })}</span>}
    </span>
  )
}

function whyNoRange(estimate: Estimate): keyof typeof noIntervalTexts | undefined {
  if (estimate.kind === 'exact') return estimate.reason
  return estimate.kind === 'interval' && isTooWide(estimate) ? 'too-few-creators' : undefined
}
