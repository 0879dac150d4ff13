import { useEffect, useRef } from 'preact/hooks'
import type { Report } from '../../../../functions/contract/report.ts'
import { useSession } from '../../app/use-session.ts'
import { formatCount } from '../../format/format.ts'
import { isCost } from '../../format/say-change.ts'
import { metricTexts } from '../../messages/metrics.ts'
import { t } from '../../messages/overview.ts'
import type { View } from '../../state/view.ts'
import { Card } from '../../ui/card.tsx'
import { lazy } from '../../ui/lazy.tsx'
import { ErrorBox } from '../../ui/states.tsx'
import type { CardAnswers } from './use-card-answers.ts'
import { useReading } from './use-creators.ts'

const loadScatter = () => import('./creator-scatter.tsx').then((m) => m.CreatorScatter)
const CreatorScatter = lazy(loadScatter)

type CreatorsCardProps = { report: Report; view: View } & Pick<CardAnswers, 'creators' | 'onNear'>

/** Creators one by one, for those who may see what one of them costs; the others are told why not. */
export function CreatorsCard({ report, view, creators, onNear }: CreatorsCardProps) {
  const role = useSession()?.role
  // Beside the creators, not after them; executives are not shown it.
  useEffect(() => {
    if (role !== undefined && role !== 'executive') void loadScatter()
  }, [role])
  const asked = report.comparison.metric
  const metric = metricTexts[isCost(asked) ? asked : 'cpa'].name.toLowerCase().replace(/^cpm$/, 'CPM')
  const title = t('scatterTitle', { metric })
  if (role === undefined) return null
  if (role === 'executive') {
    return (
      <Card title={title}>
        <div class="withheld">
          <p>
            <b>{t('withheldTitle')}</b>
          </p>
          <p>{t('withheldText')}</p>
        </div>
      </Card>
    )
  }
  if (creators.data) return <CreatorScatter report={report} view={view} title={title} loaded={creators.data} />
  return <WaitingCard title={title} creators={creators} onNear={onNear} />
}

function WaitingCard({ title, creators, onNear }: { title: string } & Pick<CardAnswers, 'creators' | 'onNear'>) {
  const place = useRef<HTMLDivElement>(null)
  const reading = useReading()
  useEffect(() => {
    if (!place.current) return
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && onNear(), { rootMargin: '900px' })
    watch.observe(place.current)
    return () => watch.disconnect()
  }, [])
  return (
    <Card title={title} note={t('scatterNote')}>
      <div ref={place} class="scatter-wait">
        {creators.problem ? (
          <ErrorBox problem={creators.problem} onRetry={creators.retry} />
        ) : (
          <p class="quiet" role="status">
            {reading && t('scatterReading', { read: formatCount(reading.read), of: formatCount(reading.of) })}
          </p>
        )}
      </div>
    </Card>
  )
}
