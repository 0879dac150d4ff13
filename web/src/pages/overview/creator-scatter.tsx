import { useMemo } from 'preact/hooks'
import type { CreatorRow, Report } from '../../../../functions/contract/report.ts'
import { ChartCard, TierLegend } from '../../charts/chart-card.tsx'
import { formatCount, formatMetric } from '../../format/format.ts'
import { chooseByCount } from '../../messages/define-messages.ts'
import { metricTexts, tierTexts } from '../../messages/metrics.ts'
import { t } from '../../messages/overview.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import type { Column } from '../../ui/table.tsx'
import type { LoadedCreators } from './load-creators.ts'
import { sayEstimate } from './say-estimate.ts'
import { scatterSpec } from './scatter-spec.ts'
import { type Scatter, toScatter } from './to-scatter.ts'

/** More rows are read better in the list of creators, which sorts and searches. */
const rowsMax = 100

type Props = { report: Report; view: View; title: string; loaded: LoadedCreators }

export function CreatorScatter({ report, view, title, loaded }: Props) {
  const { currency, comparison, tierRule } = report
  const { creators, total } = loaded
  const scatter = useMemo(() => toScatter(creators, comparison.metric), [creators, comparison.metric])
  const spec = useMemo(() => scatterSpec(scatter, currency, tierRule), [scatter, currency, tierRule])
  const { metric } = scatter
  const rows = useMemo(() => creators.slice(0, rowsMax), [creators])
  const columns: Column<CreatorRow>[] = [
    { id: 'name', header: t('creator'), cell: ({ name }) => <bdi>{name}</bdi> },
    { id: 'tier', header: t('tier'), cell: ({ tiers }) => tiers.map((tier) => tierTexts[tier]).join(', ') },
    {
      id: 'followers',
      header: t('followers'),
      align: 'end',
      cell: ({ followers }) => (followers === null ? t('noValue') : formatCount(followers)),
    },
    {
      id: 'value',
      header: metricTexts[metric].name,
      align: 'end',
      cell: ({ metrics }) => sayEstimate(metric, metrics[metric], currency),
    },
  ]
  const gathered = Object.values(scatter.spots).flat().length < creators.length - scatter.left
  return (
    <ChartCard
      title={title}
      note={t(gathered ? 'scatterGathered' : 'scatterNote')}
      legend={<TierLegend others={scatter.drawn.other > 0} />}
      spec={spec}
      summary={summarise(scatter, creators.length, total, currency)}
      table={{ columns, rows, keyOf: ({ id }) => id }}
      heightRem={18}
    >
      <p>
        {creators.length > rowsMax && `${t('scatterTable', { count: rowsMax })} `}
        <a href={hrefOf('/creators', view)}>{t('scatterAll')}</a>
      </p>
    </ChartCard>
  )
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function summarise(scatter: Scatter, shown: number, total: number, currency: string): string {
  const { drawn, medians, metric, left } = scatter
  const side = (tier: 'micro' | 'macro'): string => {
    const median = medians[tier]
    if (median === null) return t('scatterNobody', { tier })
    const said = { tier, median: formatMetric(metric, median, currency) }
    return chooseByCount(drawn[tier], {
      one: t('scatterOne', said),
      other: t('scatterSide', { ...said, count: formatCount(drawn[tier]) }),
    })
  }
  const said =
    drawn.micro + drawn.macro + drawn.other === 0 ? t('scatterNone') : `${capital(side('micro'))}, ${side('macro')}.`
  const omitted = left > 0 ? t('scatterLeft', { left: formatCount(left) }) : ''
  const cut = shown < total ? t('scatterCut', { shown: formatCount(shown), total: formatCount(total) }) : ''
  return [said, omitted, cut].filter((text) => text !== '').join(' ')
}
