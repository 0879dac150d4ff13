import { expect, test } from 'vitest'
import { withMends } from '../../web/src/api/upload-options.ts'
import {
  arrangeMends,
  type MendEdits,
  makeMendModel,
  textOf,
  toEdits,
  withEdit,
} from '../../web/src/pages/uploads/mending/mend-model.ts'

const columns = [
  { cell: 1, column: 'Date', field: 'date' },
  { cell: 2, column: 'Note', field: null },
  { cell: 3, column: 'Cost', field: 'amount' },
]
const lines = Array.from({ length: 45 }, (_, n) => ({ line: n + 2, cells: ['2026-03-01', 'x', `${n}`] }))
const problem = (line: number, column: string, code = 'amount-unreadable') => ({
  line,
  column,
  code,
  found: '',
  expected: '',
  message: '',
})

test('twenty lines at a time, and of the columns those that are read or have problems, which stand first', () => {
  const model = makeMendModel({ columns, lines }, [problem(3, 'Cost')])
  const first = arrangeMends(model, 0, false)
  expect(first.columns.map(({ column }) => column)).toEqual(['Cost', 'Date'])
  expect(first.rows.map(({ line }) => line)).toEqual(Array.from({ length: 20 }, (_, n) => n + 2))
  expect(first.rows[1]?.problems).toEqual([problem(3, 'Cost')])
  const last = arrangeMends(model, 2, true)
  expect(last.columns).toHaveLength(3)
  expect(last.rows.map(({ line }) => line)).toEqual([42, 43, 44, 45, 46])
  const noted = makeMendModel({ columns, lines }, [problem(2, 'Note')])
  expect(arrangeMends(noted, 0, false).columns).toHaveLength(3)
})

test('cells beyond the header are shown where they are what is wrong', () => {
  const ragged = makeMendModel({ columns, lines: [{ line: 2, cells: ['a', 'b', 'c', 'd'] }] }, [
    problem(2, '', 'row-ragged'),
  ])
  expect(arrangeMends(ragged, 0, false).columns.map(({ cell }) => cell)).toEqual([4, 1, 3])
})

test('a cell says what is written now, else what was mended, else what the file has', () => {
  const line = { line: 2, cells: ['a', 'b'], problems: [] }
  const mended = toEdits([{ line: 2, cell: 1, old: 'a', new: 'mended' }])
  const none: MendEdits = new Map()
  expect([textOf(none, mended, line, 1), textOf(none, mended, line, 2), textOf(none, mended, line, 3)]).toEqual([
    'mended',
    'b',
    '',
  ])
  const edits = withEdit(none, mended, { line: 2, cell: 1, old: 'a', new: 'now' })
  expect(textOf(edits, mended, line, 1)).toBe('now')
  expect(withEdit(edits, mended, { line: 2, cell: 1, old: 'a', new: 'mended' }).size).toBe(0)
  expect(withEdit(none, mended, { line: 2, cell: 1, old: 'a', new: 'a' }).size).toBe(1)
})

test('a cell that is written as the file has it is mended no more; the others stay', () => {
  const patches = [
    { line: 2, cell: 1, old: 'a', new: 'b' },
    { line: 9, cell: 1, old: 'c', new: 'd' },
  ]
  const mends = [
    { line: 2, cell: 1, old: 'a', new: 'a' },
    { line: 3, cell: 4, old: '', new: 'x' },
  ]
  expect(withMends({ moves: 'move', patches }, mends)).toEqual({ moves: 'move', patches: [patches[1], mends[1]] })
})
