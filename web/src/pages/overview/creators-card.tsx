import { useEffect, useRef, useState } from 'preact/hooks'
import type { Report } from '../../../../functions/contract/report.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { useSession } from '../../app/use-session.ts'
import { formatCount } from '../../format/format.ts'
import { metricTexts } from '../../messages/metrics.ts'
import { t } from '../../messages/overview.ts'
import { queryOf, type View } from '../../state/view.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorBox } from '../../ui/states.tsx'
import { CreatorScatter } from './creator-scatter.tsx'
import { loadCreators } from './load-creators.ts'
import { isCost } from './say-estimate.ts'

/** Creators one by one, for those who may see what one of them costs; the others are told why not. */
export function CreatorsCard({ report, view }: { report: Report; view: View }) {
  const role = useSession()?.role
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
  return <LoadedCard report={report} view={view} title={title} />
}

function LoadedCard({ report, view, title }: { report: Report; view: View; title: string }) {
  const place = useRef<HTMLDivElement>(null)
  const near = useNear(place)
  const [progress, setProgress] = useState<{ read: number; of: number }>()
  const { metric: _, ...query } = queryOf(view)
  const answer = useAnswer(near ? ['every-creator', view.workspace, query] : null, () =>
    loadCreators(view, (read, of) => setProgress({ read, of })),
  )
  if (answer.data) return <CreatorScatter report={report} view={view} title={title} loaded={answer.data} />
  return (
    <Card title={title} note={t('scatterNote')}>
      <div ref={place} class="scatter-wait">
        {answer.problem ? (
          <ErrorBox problem={answer.problem} onRetry={answer.retry} />
        ) : (
          <p class="quiet" role="status">
            {progress && t('scatterReading', { read: formatCount(progress.read), of: formatCount(progress.of) })}
          </p>
        )}
      </div>
    </Card>
  )
}

/** Once the reader is a screen away: what nobody scrolls to is not asked for. */
function useNear(place: { current: HTMLElement | null }): boolean {
  const [near, setNear] = useState(false)
  useEffect(() => {
    if (!place.current) return
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), { rootMargin: '900px' })
    watch.observe(place.current)
    return () => watch.disconnect()
  }, [])
  return near
}
