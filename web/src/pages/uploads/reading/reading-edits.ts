import type { Reading } from '../../../../../functions/contract/reading.ts'

/** What the user has changed of a reading and not sent yet. */
export type ReadingEdits = {
  sheet?: string
  table?: number
  answers: Readonly<Record<string, string>>
  /** Field → position of its column; null: not loaded. */
  columns: Readonly<Record<string, number | null>>
  /** Field → value for all lines, '' while it is not filled in; null takes one away. */
  constants: Readonly<Record<string, string | null>>
  rounding?: boolean
}

export const noEdits: ReadingEdits = { answers: {}, columns: {}, constants: {} }

/** Field → position of its column, as it is and as it is about to be. */
export function fieldsInForce(reading: Reading, edits: ReadingEdits): Map<string, number> {
  const fields = new Map<string, number>()
  for (const { field, at } of reading.columns) if (field !== null) fields.set(field, at)
  for (const [field, at] of Object.entries(edits.columns)) {
    if (at === null) fields.delete(field)
    else fields.set(field, at)
  }
  return fields
}

/** Lets a column fill a field, or none: a column fills one field and a field has one column, so that both may move. */
export function chooseField(reading: Reading, edits: ReadingEdits, at: number, field: string | null): ReadingEdits {
  const before = [...fieldsInForce(reading, edits)].find(([, column]) => column === at)?.[0]
  const columns = { ...edits.columns }
  if (before !== undefined && before !== field) columns[before] = null
  if (field !== null) columns[field] = at
  const known = fieldsInForce(reading, noEdits)
  const changed = Object.entries(columns).filter(([name, column]) => (known.get(name) ?? null) !== column)
  // What a column says is not said again for all lines.
  const constants = Object.fromEntries(Object.entries(edits.constants).filter(([name]) => name !== field))
  return { ...edits, columns: Object.fromEntries(changed), constants }
}

/** Values for all lines, as they are about to be; one that is yet to be filled in is ''. */
export function constantsInForce(reading: Reading, edits: ReadingEdits): Map<string, string> {
  const fields = fieldsInForce(reading, edits)
  const constants = new Map<string, string>()
  for (const [field, value] of Object.entries({ ...reading.constants, ...edits.constants })) {
    if (value !== null && !fields.has(field)) constants.set(field, value)
  }
  return constants
}

/** Another sheet or table is about to be read: what is known of the columns is not about it. */
export function isElsewhere(reading: Reading, { sheet, table, answers }: ReadingEdits): boolean {
  const answered = (id: string, now: string): boolean => answers[id] !== undefined && answers[id] !== now
  return (
    (sheet !== undefined && sheet !== reading.sheet) ||
    (table !== undefined && table !== reading.table) ||
    answered('sheet', reading.sheet ?? '') ||
    answered('table', String(reading.table))
  )
}

export function isEdited(reading: Reading, edits: ReadingEdits, rounding: boolean): boolean {
  const { answers, columns, constants } = edits
  const changes = Object.entries(constants).filter(([field, value]) => (reading.constants[field] ?? null) !== value)
  return (
    isElsewhere(reading, edits) ||
    Object.keys(answers).length + Object.keys(columns).length + changes.length > 0 ||
    (edits.rounding ?? rounding) !== rounding
  )
}
