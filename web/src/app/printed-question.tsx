import { useBooks, useReport } from '../api/use-books.ts'
import { metricTexts } from '../messages/metrics.ts'
import { t } from '../messages/question.ts'
import { overheadTexts, t as shell } from '../messages/shell.ts'
import { filterNames, type View } from '../state/view.ts'
import { compareText } from './compare-control.tsx'
import { filterTexts, labelOf } from './filter-values.ts'
import { rangeText } from './range-control.tsx'

/** What the bar says on screen, in words, for paper: a figure without its question is worth nothing. */
export function PrintedQuestion({ view, narrow }: { view: View; narrow: boolean }) {
  const books = useBooks(view, { follow: true }).data
  const report = useReport(view, { follow: true }).data
  const metric = view.metric ?? report?.query.metric
  const { basis, spendBasis, overhead, preview, workspace } = view
  const filters = filterNames
    .filter((name) => view[name].length > 0)
    .map(
      (name) => `${filterTexts[name]}: ${view[name].map((value) => labelOf(name, value, books?.choices)).join(', ')}`,
    )
  const parts = [
    rangeText(view, books?.range ?? null),
    !narrow && compareText(view),
    !narrow && metric && metricTexts[metric].name,
    shell(basis === 'period' ? 'basisPeriod' : 'basisCampaign'),
    `${shell('spendBasis')}: ${shell(spendBasis === 'accrued' ? 'spendAccrued' : 'spendPaid')}`,
    `${shell('overhead')}: ${shell(overheadTexts[overhead].name)}`,
    ...(filters.length > 0 ? filters : [t('filtersNone')]),
    `${shell('workspace')}: ${workspace}`,
    books && shell('snapshot', { number: books.snapshot.number }),
    preview !== null && t('ofPreview'),
  ]
  return (
    <p class="printed-question" dir="auto">
      {parts.filter(Boolean).join(' · ')}
    </p>
  )
}
