import { expect, test } from 'vitest'
import { chooseField, isEdited, noEdits } from '../../web/src/pages/uploads/reading/reading-edits.ts'
import { isChosen, toChoice } from '../../web/src/pages/uploads/reading/to-choice.ts'
import { someColumn, someQuestion, someReading } from './some-reading.ts'

const reading = someReading()

test('without edits all stays: what is proposed is not pinned, what is not loaded is', () => {
  expect(toChoice(reading, noEdits)).toEqual({
    columns: { creator: null, currency: null },
    constants: { currency: 'USD' },
    answers: {},
  })
})

test('a column takes a field from another, which is not loaded then', () => {
  const edits = chooseField(reading, noEdits, 3, 'campaign')
  expect(toChoice(reading, edits).columns).toEqual({ campaign: 3, creator: null, currency: null })
})

test('a column that fills another field leaves its own', () => {
  const edits = chooseField(reading, noEdits, 1, 'creator')
  expect(toChoice(reading, edits).columns).toEqual({ campaign: null, creator: 1, currency: null })
})

test('two columns change places in two steps', () => {
  const edits = chooseField(reading, chooseField(reading, noEdits, 0, 'campaign'), 1, 'date')
  expect(edits.columns).toEqual({ campaign: 0, date: 1 })
})

test('a choice taken back is no change', () => {
  const edits = chooseField(reading, chooseField(reading, noEdits, 3, 'amount'), 2, 'amount')
  expect(edits).toEqual(noEdits)
  expect(isEdited(reading, edits, false)).toBe(false)
})

test('what a column says is not said for all lines too', () => {
  const edits = chooseField(reading, { ...noEdits, constants: { creator: '@anna' } }, 3, 'creator')
  expect(toChoice(reading, edits)).toMatchObject({ columns: { creator: 3 }, constants: { currency: 'USD' } })
})

test('answers, values and columns that were said in another browser are said again', () => {
  const said = someReading({
    columns: [someColumn(0, 'Tag', 'date', { confidence: 1 }), someColumn(1, 'amount', 'amount', { confidence: 1 })],
    constants: { currency: 'EUR', campaign: 'Spring' },
    questions: [someQuestion('order:0', { answer: 'b' })],
  })
  expect(isChosen(said)).toBe(true)
  expect(toChoice(said, noEdits)).toEqual({
    columns: { date: 0, campaign: null, creator: null, currency: null },
    constants: { currency: 'EUR', campaign: 'Spring' },
    answers: { 'order:0': 'b' },
  })
})

test('nothing is said of a file that only bears the names of fields', () => {
  expect(
    isChosen(someReading({ columns: [someColumn(0, 'Line ID', 'line_id', { confidence: 1 })], constants: {} })),
  ).toBe(false)
})

test('earlier answers and rounding are kept, newer ones count', () => {
  const asked = someReading({ questions: [someQuestion('order:0', { answer: 'a' }), someQuestion('sign:2')] })
  const last = { answers: { figures: 'daily', 'order:0': 'b' }, rounding: true }
  expect(toChoice(asked, { ...noEdits, answers: { 'sign:2': 'b' } }, last)).toMatchObject({
    answers: { figures: 'daily', 'order:0': 'a', 'sign:2': 'b' },
    rounding: true,
  })
  expect(toChoice(asked, { ...noEdits, rounding: false }, last)).not.toHaveProperty('rounding')
})

test('a value that is taken away stays away', () => {
  const edits = { ...noEdits, constants: { currency: null } }
  expect(toChoice(reading, edits).constants).toEqual({ currency: '' })
  expect(toChoice(someReading({ constants: {} }), noEdits, { constants: { currency: '' } }).constants).toEqual({
    currency: '',
  })
  expect(isEdited(reading, edits, false)).toBe(true)
})

const sheet = (name: string) => ({ name, state: 'visible' as const, rows: 9 })
const book = someReading({ sheets: [sheet('A'), sheet('B')], sheet: 'A' })

test('the sheet that is shown stays, unless it is being asked', () => {
  expect(toChoice(book, noEdits).sheet).toBe('A')
  expect(toChoice({ ...book, questions: [someQuestion('sheet')] }, noEdits)).not.toHaveProperty('sheet')
})

test('of another sheet nothing is said that was about this one', () => {
  const questions = [someQuestion('order:0', { answer: 'b' })]
  expect(toChoice({ ...book, questions }, { ...noEdits, sheet: 'B', columns: { amount: 3 } }, { table: 0 })).toEqual({
    sheet: 'B',
    constants: {},
    answers: {},
  })
})

test('an answer that names another sheet is like choosing it', () => {
  const asked = { ...book, questions: [someQuestion('sheet'), someQuestion('order:0')] }
  expect(toChoice(asked, { ...noEdits, answers: { sheet: 'B' } })).toEqual({ constants: {}, answers: { sheet: 'B' } })
})

test('the table that is shown stays; of another nothing is said', () => {
  const [table] = reading.tables
  const two = someReading({ tables: [table, table].filter((one) => one !== undefined), table: 1 })
  expect(toChoice(two, noEdits)).toMatchObject({ table: 1, columns: {} })
  expect(toChoice(two, { ...noEdits, table: 0 })).toEqual({ table: 0, constants: {}, answers: {} })
})
