import type { FilterChoices } from '../../../../functions/contract/books.ts'
import type { Report } from '../../../../functions/contract/report.ts'
import { filterTexts, labelOf } from '../../app/filter-values.ts'
import { formatCount, formatDay, formatRange } from '../../format/format.ts'
import { t } from '../../messages/compare.ts'
import { metricTexts } from '../../messages/metrics.ts'
import { overheadTexts, t as shell } from '../../messages/shell.ts'
import { filterNames, type View } from '../../state/view.ts'

/** One side: what it asks and what the books answer. */
export type CompareSide = { view: View; report: Report }

export type Difference = { what: string; own: string; other: string }

/** What the two sides do not have in common, in words; what is not among it is the same. */
export function toDifferences(own: CompareSide, other: CompareSide, choices: FilterChoices | undefined): Difference[] {
  const [a, b] = [linesOf(own, choices), linesOf(other, choices)]
  return a.flatMap(({ what, text }, at) => {
    const there = b[at]?.text ?? ''
    return text === there ? [] : [{ what, own: text, other: there }]
  })
}

function sayRange({ from, to }: View): string {
  if (from !== null && to !== null) return formatRange(from, to)
  if (from !== null) return t('since', { day: formatDay(from) })
  return to === null ? t('allDays') : t('until', { day: formatDay(to) })
}

function linesOf({ view, report }: CompareSide, choices: FilterChoices | undefined) {
  const { basis, spendBasis, overhead, preview } = view
  const { number } = report.snapshot
  const { microFrom, microTo } = report.tierRule
  return [
    { what: shell('range'), text: sayRange(view) },
    { what: t('books'), text: preview === null ? shell('snapshot', { number }) : t('previewOn', { number }) },
    ...filterNames.map((name) => ({
      what: filterTexts[name],
      text: view[name].map((value) => labelOf(name, value, choices)).join(', ') || t('noFilter'),
    })),
    { what: shell('metric'), text: metricTexts[report.query.metric].name },
    { what: shell('basis'), text: shell(basis === 'period' ? 'basisPeriod' : 'basisCampaign') },
    { what: shell('spendBasis'), text: shell(spendBasis === 'accrued' ? 'spendAccrued' : 'spendPaid') },
    { what: shell('overhead'), text: shell(overheadTexts[overhead].name) },
    { what: t('currency'), text: report.currency },
    { what: t('bands'), text: t('band', { from: formatCount(microFrom), to: formatCount(microTo) }) },
  ]
}
