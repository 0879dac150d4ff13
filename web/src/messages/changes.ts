import { defineMessages } from './define-messages.ts'

/** Texts of what a figure was before. */
export const t = defineMessages({
  from: '{change}, from {before}',
  over: '{change}: {now} after {before}',
  points: '{points} points',
  nothingBefore: 'nothing to compare with before',
  missing: 'before: {reason}',
  against: 'Changes hold {current} against {range}.',
  unequal: 'The two ranges have {days} and {others} days: sums are not alike.',
  overlap: 'The two ranges share {days} days.',
})
