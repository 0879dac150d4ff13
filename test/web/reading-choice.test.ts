import { expect, test } from 'vitest'
import type { Reading } from '../../functions/contract/reading.ts'
import {
  chooseField,
  fieldOf,
  noEdits,
  openCount,
  toReadingChoice,
} from '../../web/src/pages/uploads/to-reading-choice.ts'

const column = (at: number, field: string | null) => ({ at, header: `H${at}`, field }) as Reading['columns'][number]
const question = (id: string, answer: string | null) =>
  ({ id, answer, proposed: 'p', options: [] }) as unknown as Reading['questions'][number]
const reading = {
  sheets: [],
  sheet: null,
  tables: [{}],
  table: 0,
  columns: [column(0, 'date'), column(1, 'amount'), column(2, null)],
  constants: { campaign: 'Spring' },
  questions: [question('order:0', null), question('decimal:1', ',')],
  needs: [{ field: 'currency', input: 'currency', text: '', proposed: 'USD' }],
} as unknown as Reading

test('what was said and what is proposed is sent, with the changes', () => {
  expect(openCount(reading)).toBe(2)
  const edits = { ...noEdits, answers: { 'order:0': 'dmy' }, constants: { currency: 'EUR', campaign: ' ' } }
  expect(toReadingChoice(reading, edits)).toEqual({
    answers: { 'order:0': 'dmy', 'decimal:1': ',' },
    constants: { currency: 'EUR' },
  })
  expect(toReadingChoice(reading, noEdits)).toEqual({
    answers: { 'order:0': 'p', 'decimal:1': ',' },
    constants: { campaign: 'Spring', currency: 'USD' },
  })
})

test('a field has one column: choosing it for another moves it', () => {
  const columns = chooseField(reading, noEdits, 2, 'amount')
  const edits = { ...noEdits, columns }
  expect([0, 1, 2].map((at) => fieldOf(reading, edits, at))).toEqual(['date', null, 'amount'])
  expect(toReadingChoice(reading, edits).columns).toEqual({ date: 0, amount: 2 })
  const none = { ...noEdits, columns: chooseField(reading, edits, 2, null) }
  expect(toReadingChoice(reading, none).columns).toEqual({ date: 0, amount: null })
})

test('another table has columns and questions of its own', () => {
  expect(toReadingChoice(reading, { ...noEdits, table: 1, answers: { 'order:0': 'dmy' } })).toEqual({ table: 1 })
})
