import type { Reading, ReadingNeed, ReadingQuestion } from '../../../../../functions/contract/reading.ts'
import { t } from '../../../messages/reading.ts'
import { fieldsInForce, isElsewhere, type ReadingEdits } from './reading-edits.ts'

/** What the user has to say before a file is read. */
export type Asked = {
  questions: ReadingQuestion[]
  needs: ReadingNeed[]
  /** Fields for which a column has to be named. */
  missing: string[]
}

const places: readonly string[] = ['sheet', 'table']

/** Null where nothing is asked. */
export function toAsked(reading: Reading | null, missing: readonly string[]): Asked | null {
  // Of a file without a table, or without the names of its columns, nothing could be answered.
  if (reading === null || reading.tables.length === 0 || reading.columns.length === 0) return null
  const questions = reading.questions
    .filter(({ answer }) => answer === null)
    .toSorted((a, b) => Number(places.includes(b.id)) - Number(places.includes(a.id)))
  const unfilled = missing.filter((field) => !reading.needs.some((need) => need.field === field))
  const columns = unfilled.filter((field) => field !== 'currency')
  const needs = [...reading.needs]
  // Which currency it is can be asked once it is known of which amounts.
  if (unfilled.includes('currency') && columns.length === 0) {
    needs.push({ field: 'currency', input: 'currency', text: t('currencyNeeded'), proposed: '' })
  }
  const asked = { questions, needs, missing: columns }
  return countAsked(asked) === 0 ? null : asked
}

export function countAsked({ questions, needs, missing }: Asked): number {
  return questions.length + needs.length + missing.length
}

/** What is left to ask after what was changed: of another sheet or table nothing is known yet. */
export function stillAsked(reading: Reading, asked: Asked, edits: ReadingEdits): Asked {
  if (isElsewhere(reading, edits)) {
    return { questions: asked.questions.filter(({ id }) => places.includes(id)), needs: [], missing: [] }
  }
  const filled = fieldsInForce(reading, edits)
  return { ...asked, needs: asked.needs.filter(({ field }) => !filled.has(field)) }
}

/** Edits with the proposal of whatever was left as it was proposed. */
export function withProposals(asked: Asked, edits: ReadingEdits): ReadingEdits {
  const answers = Object.fromEntries(asked.questions.map(({ id, proposed }) => [id, proposed]))
  const constants = Object.fromEntries(asked.needs.map(({ field, proposed }) => [field, proposed]))
  return { ...edits, answers: { ...answers, ...edits.answers }, constants: { ...constants, ...edits.constants } }
}
