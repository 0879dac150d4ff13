import { useState } from 'preact/hooks'
import type { Comparison, Estimate, Report, SecondaryMetric } from '../../../../functions/contract/report.ts'
import { formatRatio } from '../../format/format.ts'
import { strataTexts, t } from '../../messages/comparison.ts'
import { metricTexts } from '../../messages/metrics.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { Badge, Card } from '../../ui/card.tsx'
import { Definition } from '../../ui/definition.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { sayDifference, sayRatio } from './say-comparison.ts'
import { sayEstimate } from './say-estimate.ts'
import './comparison-card.css'

type Side = { name: 'likeForLike' | 'crude'; side: Comparison['crude'] }

/** What stands behind the answer: both comparisons with their ranges, all reasons, and the other measures. */
export function ComparisonCard({ report, view }: { report: Report; view: View }) {
  const { comparison, currency } = report
  const { metric, likeForLike, crude, strata, reasons, verdict } = comparison
  const say = (estimate: Estimate): string => sayEstimate(metric, estimate, currency)
  const columns: Column<Side>[] = [
    { id: 'row', header: t('row'), cell: ({ name }) => t(name) },
    { id: 'micro', header: t('micro'), align: 'end', cell: ({ side }) => say(side.micro) },
    { id: 'macro', header: t('macro'), align: 'end', cell: ({ side }) => say(side.macro) },
    { id: 'ratio', header: t('ratio'), align: 'end', cell: ({ side }) => sayRatio(side.ratio) },
    {
      id: 'difference',
      header: t('difference'),
      align: 'end',
      cell: ({ side }) => sayDifference(metric, side, currency),
    },
  ]
  const rows: Side[] = [
    { name: 'likeForLike', side: likeForLike },
    { name: 'crude', side: crude },
  ]
  return (
    <Card title={t('title')} note={noteOf(strata)}>
      <div class="comparison">
        <Table caption={t('caption')} columns={columns} rows={rows} keyOf={({ name }) => name} cards />
        <ul class="reasons">
          {(verdict === 'not_enough_data' ? reasons : reasons.slice(1)).map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
          <Decomposed comparison={comparison} />
        </ul>
        <p class="quiet small">
          {t('ranges')} {t('association')} <a href={hrefOf('/how-we-know', view)}>{t('how')}</a>
        </p>
        <Others secondary={comparison.secondary} />
      </div>
    </Card>
  )
}

function noteOf(strata: Comparison['strata']): string {
  if (strata.length === 0) return t('note')
  const names = strata.map((name) => strataTexts[name])
  const last = names.at(-1) as string
  const places = names.length === 1 ? last : t('places', { first: names.slice(0, -1).join(', '), last })
  return t('noteOf', { places })
}

function Decomposed({ comparison: { decomposition, crude } }: { comparison: Comparison }) {
  if (!decomposition || crude.ratio.kind === 'unavailable') return null
  const { likeForLike, mix, notComparable } = decomposition
  return (
    <li>
      {t('decomposed', {
        crude: formatRatio(crude.ratio.point),
        like: formatRatio(likeForLike),
        mix: formatRatio(mix),
        other: formatRatio(notComparable),
      })}
    </li>
  )
}

function Others({ secondary }: { secondary: readonly SecondaryMetric[] }) {
  const [open, setOpen] = useState(false)
  if (secondary.length === 0) return null
  const columns: Column<SecondaryMetric>[] = [
    {
      id: 'measure',
      header: t('measure'),
      cell: ({ metric }) => <Definition meaning={metricTexts[metric].meaning}>{metricTexts[metric].name}</Definition>,
    },
    { id: 'ratio', header: t('ratio'), align: 'end', cell: ({ ratio }) => sayRatio(ratio) },
    {
      id: 'better',
      header: t('better'),
      cell: ({ better, qValue }) =>
        better ? <Badge tone={better}>{t(better)}</Badge> : t(qValue === null ? 'untold' : 'unclear'),
    },
  ]
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('othersTitle')}</summary>
      {open && (
        <>
          <p class="quiet small">{t('othersNote')}</p>
          <Table caption={t('othersCaption')} columns={columns} rows={secondary} keyOf={({ metric }) => metric} cards />
        </>
      )}
    </details>
  )
}
