import type { Reading, ReadingChoice } from '../../../../functions/contract/reading.ts'

/** What the reader has changed of a reading, and not sent yet. */
export type ReadingEdits = {
  answers: Record<string, string>
  constants: Record<string, string>
  /** Field → position of its column; null: not loaded. */
  columns: Record<string, number | null>
} & Pick<ReadingChoice, 'sheet' | 'table' | 'rounding'>

export const noEdits: ReadingEdits = { answers: {}, constants: {}, columns: {} }

export const isAsking = ({ questions, needs }: Reading): boolean => openCount({ questions, needs }) > 0

export const openCount = ({ questions, needs }: Pick<Reading, 'questions' | 'needs'>): number =>
  questions.filter(({ answer }) => answer === null).length + needs.length

/** The answers that hold: those that were given, else those that are proposed. */
export function answersOf({ questions }: Reading, { answers }: ReadingEdits): Record<string, string> {
  return Object.fromEntries(questions.map(({ id, answer, proposed }) => [id, answers[id] ?? answer ?? proposed]))
}

/** One value for all lines for each field that lacks one, as far as it is known. */
export function needsOf({ needs }: Reading, { constants }: ReadingEdits): Record<string, string> {
  return Object.fromEntries(needs.map(({ field, proposed }) => [field, constants[field] ?? proposed]))
}

/**
 * What the next check is told: what the reading has, with the changes. Another sheet or table has columns and questions
 * of its own, so that nothing else is carried over to it.
 */
export function toReadingChoice(reading: Reading, edits: ReadingEdits): ReadingChoice {
  const { sheet, table, rounding } = edits
  const round = rounding === undefined ? {} : { rounding }
  if (sheet !== undefined && sheet !== reading.sheet) return { sheet, ...round }
  if (table !== undefined && table !== reading.table) return { ...keepSheet(reading), table, ...round }
  const filled = Object.fromEntries(
    reading.columns.flatMap(({ at, field }): [string, number | null][] => (field === null ? [] : [[field, at]])),
  )
  const constants = { ...reading.constants, ...needsOf(reading, edits), ...edits.constants }
  return {
    ...keepSheet(reading),
    ...(reading.tables.length > 1 ? { table: reading.table } : {}),
    answers: answersOf(reading, edits),
    constants: Object.fromEntries(Object.entries(constants).filter(([, value]) => value.trim() !== '')),
    ...(Object.keys(edits.columns).length > 0 ? { columns: { ...filled, ...edits.columns } } : {}),
    ...round,
  }
}

const keepSheet = ({ sheets, sheet }: Reading): Pick<ReadingChoice, 'sheet'> =>
  sheets.length > 1 && sheet !== null ? { sheet } : {}

/** A column fills one field, a field has one column: choosing moves it. `field` null: the column is not loaded. */
export function chooseField(
  reading: Reading,
  edits: ReadingEdits,
  at: number,
  field: string | null,
): ReadingEdits['columns'] {
  const columns: Record<string, number | null> = { ...edits.columns }
  const before = fieldOf(reading, edits, at)
  if (before !== null) columns[before] = null
  if (field !== null) columns[field] = at
  return columns
}

/** The field that a column fills with the changes. */
export function fieldOf(reading: Reading, { columns }: ReadingEdits, at: number): string | null {
  const moved = Object.entries(columns).find(([, position]) => position === at)
  if (moved) return moved[0]
  const own = reading.columns.find((column) => column.at === at)?.field ?? null
  return own !== null && own in columns ? null : own
}
