import type { Reading } from '../../../../../functions/contract/reading.ts'
import { constantsInForce, fieldsInForce, type ReadingEdits } from './reading-edits.ts'

/** Fields that may well be the same for all lines of a file: no figures, and nothing that names a line. */
const sameForAll: readonly string[] = [
  'campaign',
  'creator',
  'platform',
  'currency',
  'date',
  'period_start',
  'period_end',
  'category',
  'status',
  'brand',
  'objective',
  'niche',
  'region',
  'kind',
  'from',
  'to',
]

/** Values for all lines that are in force, but for those that are being asked for elsewhere on the page. */
export function shownConstants(reading: Reading, edits: ReadingEdits, asked: readonly string[]): [string, string][] {
  return [...constantsInForce(reading, edits)].filter(([field]) => !asked.includes(field))
}

/** Fields that could be given a value for all lines: no column fills them, and none is given yet. */
export function addableConstants(reading: Reading, edits: ReadingEdits, asked: readonly string[]): string[] {
  const filled = fieldsInForce(reading, edits)
  const given = constantsInForce(reading, edits)
  const has = new Set(reading.fields.map(({ field }) => field))
  return sameForAll.filter(
    (field) => has.has(field) && !filled.has(field) && !given.has(field) && !asked.includes(field),
  )
}
