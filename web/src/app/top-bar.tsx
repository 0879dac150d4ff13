import { useBooks, useReport } from '../api/use-books.ts'
import { formatDay } from '../format/format.ts'
import { t } from '../messages/shell.ts'
import type { View } from '../state/view.ts'
import { CompareControl } from './compare-control.tsx'
import { AppliedFilters, FilterControl } from './filter-control.tsx'
import { MetricControl, RulesControl } from './measure-controls.tsx'
import { RangeControl } from './range-control.tsx'
import { ViewsControl } from './views-control.tsx'

type TopBarProps = {
  view: View
  /** Without what only a report heeds: a compared range and a metric. */
  narrow: boolean
}

/** What is asked, in words, and how to ask otherwise; the same on every page that answers from a report. */
export function TopBar({ view, narrow }: TopBarProps) {
  const metric = useReport(view).data?.query.metric
  const books = useBooks(view).data
  const held = books?.range ?? null
  return (
    <section class="top-bar" aria-label={t('question')}>
      <div class="controls">
        <RangeControl view={view} held={held} />
        {!narrow && <CompareControl view={view} held={held} />}
        {!narrow && <MetricControl view={view} shown={metric} />}
        <RulesControl view={view} />
        <FilterControl view={view} choices={books?.choices} />
        {/* Elsewhere at the foot of the side. */}
        <div class="phone-only">
          <ViewsControl view={view} />
        </div>
        <span class="spread" />
        <BooksLine view={view} />
      </div>
      <AppliedFilters view={view} choices={books?.choices} />
    </section>
  )
}

/** For pages that ask nothing of a report. */
export function PlainBar({ view }: { view: View }) {
  return (
    <section class="top-bar plain-bar" aria-label={t('question')}>
      <BooksLine view={view} />
    </section>
  )
}

/** Whose books these are, in which state, and until when they reach. */
export function BooksLine({ view }: { view: View }) {
  const books = useBooks(view).data
  return (
    <p class="books">
      <b>
        <span class="visually-hidden">{t('workspace')} </span>
        {view.workspace}
      </b>
      {books && <span>{t('snapshot', { number: books.snapshot.number })}</span>}
      {books?.range && <span>{t('dataUntil', { day: formatDay(books.range.to) })}</span>}
    </p>
  )
}
