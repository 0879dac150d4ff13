import { defineMessages } from './define-messages.ts'

/** Texts of the forms in which the question is changed; they load with the first of them. */
export const t = defineMessages({
  rangeHint: 'Ranges end where the data end: {day}.',
  days30: 'Latest 30 days',
  days90: 'Latest 90 days',
  month: 'Latest month',
  quarter: 'Latest quarter',
  halfYear: 'Latest 6 months',
  year: 'Year to date',
  from: 'First day',
  to: 'Last day',
  apply: 'Apply',
  rangeBackwards: 'The first day must not come after the last.',
  compareBefore: 'The time before',
  compareYearBefore: 'A year earlier',
  compareNeedsRange: 'Choose a range first: there is nothing before all data.',
  metricAuto: 'What suits the objective',
  metricAutoHint: 'The workspace’s objective decides.',
  filterSearch: 'Search filters',
  filterNone: 'Nothing to filter by here.',
  filterMore: '{count} more: search to find them',
  filterClear: 'Clear all',
  filtersNone: 'No filters',
  previewOpen: 'Nothing is committed.',
  previewOver: 'It is of the past: it is {state} by now. Leave the preview to see the newest.',
  ofPreview: 'preview of a change',
})
