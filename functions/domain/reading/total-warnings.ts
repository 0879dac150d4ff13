import type { ReadingTotal } from '../../contract/reading.ts'
import type { Warning } from '../../contract/upload.ts'
import { shorten } from '../ingest/problems.ts'

/** The file's own totals that its rows do not come to: the first in words, all of them counted. */
export function totalWarnings(totals: readonly ReadingTotal[], excluded: number): Warning[] {
  const differ = totals.filter(({ agrees }) => !agrees)
  const [first] = differ
  if (!first) return []
  const named = first.label === '' ? `on line ${first.line}` : `“${shorten(first.label)}” on line ${first.line}`
  const rest = differ.length > 1 ? ` ${differ.length - 1} more of its totals differ.` : ''
  const counted = excluded > 0 ? ' Lines that are left out count among those rows.' : ''
  return [
    {
      code: 'totals-differ',
      message: `The file’s own total ${named} says ${first.stated} for “${shorten(first.header)}”, but its rows come to ${first.sum}: a difference of ${first.difference.replace('-', '')}.${rest}${counted} Is a line missing, or one too many?`,
      rows: differ.length,
    },
  ]
}
