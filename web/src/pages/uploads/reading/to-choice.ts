import type { Reading, ReadingChoice, ReadingColumn } from '../../../../../functions/contract/reading.ts'
import { constantsInForce, fieldsInForce, isElsewhere, type ReadingEdits } from './reading-edits.ts'

/**
 * What the next check is told: all that the page shows to be so, with the edits. `last` is what the last
 * check was told.
 */
export function toChoice(reading: Reading, edits: ReadingEdits, last: ReadingChoice = {}): ReadingChoice {
  const elsewhere = isElsewhere(reading, edits)
  const answers = elsewhere ? edits.answers : { ...last.answers, ...answersOf(reading), ...edits.answers }
  const rounding = edits.rounding ?? last.rounding ?? false
  return {
    ...placeOf(reading, edits),
    ...(elsewhere ? {} : { columns: columnsOf(reading, edits) }),
    constants: constantsOf(reading, edits, last, elsewhere),
    answers,
    ...(rounding ? { rounding } : {}),
  }
}

/** The user, here or elsewhere, has said something of how the file is read. */
export function isChosen(reading: Reading): boolean {
  return (
    Object.keys(answersOf(reading)).length + Object.keys(reading.constants).length > 0 || reading.columns.some(isSaid)
  )
}

/** Surest is what the user says, and what bears the very name of its field: that need not be said. */
export function isSaid({ field, header, confidence }: ReadingColumn): boolean {
  return field !== null && confidence === 1 && keyOf(header) !== keyOf(field)
}

const keyOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** Said only where there is something to choose, and where it is not just being asked. */
function placeOf(reading: Reading, { sheet, table }: ReadingEdits): Pick<ReadingChoice, 'sheet' | 'table'> {
  const isAsked = (id: string): boolean => reading.questions.some((one) => one.id === id && one.answer === null)
  const place: Pick<ReadingChoice, 'sheet' | 'table'> = {}
  const now = reading.sheets.length > 1 && !isAsked('sheet') ? reading.sheet : null
  if (sheet !== undefined || now !== null) place.sheet = sheet ?? (now as string)
  // The tables of another sheet are others.
  if (sheet !== undefined && sheet !== reading.sheet) return place
  if (table !== undefined) place.table = table
  else if (reading.tables.length > 1 && !isAsked('table') && !isAsked('sheet')) place.table = reading.table
  return place
}

function columnsOf(reading: Reading, edits: ReadingEdits): Record<string, number | null> {
  const filled = fieldsInForce(reading, edits)
  const said = new Set(reading.columns.filter(isSaid).map(({ at }) => at))
  const columns: Record<string, number | null> = {}
  for (const { field } of reading.fields) {
    const at = filled.get(field)
    if (at === undefined) columns[field] = null
    else if (said.has(at) || edits.columns[field] === at) columns[field] = at
  }
  return columns
}

function constantsOf(
  reading: Reading,
  edits: ReadingEdits,
  last: ReadingChoice,
  elsewhere: boolean,
): Record<string, string> {
  const edited = Object.entries(edits.constants).map(([field, value]) => [field, value ?? ''] as const)
  if (elsewhere) return { ...last.constants, ...Object.fromEntries(edited) }
  // What the file would say for all lines and the user has taken away stays so.
  const gone = [...Object.entries(last.constants ?? {}), ...edited].filter(([, value]) => value === '')
  return { ...Object.fromEntries(gone), ...Object.fromEntries(constantsInForce(reading, edits)) }
}

function answersOf({ questions }: Reading): Record<string, string> {
  return Object.fromEntries(questions.flatMap(({ id, answer }) => (answer === null ? [] : [[id, answer]])))
}
