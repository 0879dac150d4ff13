import Papa from 'papaparse'
import { expect, test } from 'vitest'
import type { Problem } from '../../functions/contract/problem.ts'
import { suggestChecks } from '../../web/src/pages/uploads/suggest-checks.ts'
import { toProblemsCsv } from '../../web/src/pages/uploads/to-problems-csv.ts'

const problem = (fields: Partial<Problem>): Problem => ({
  line: 2,
  column: 'amount',
  found: 'x',
  expected: 'an amount',
  code: 'amount-unreadable',
  message: 'Write it like 1234.56.',
  ...fields,
})
const foundIn = (csv: string): string[] =>
  Papa.parse<{ found: string }>(csv.slice(1), { header: true, skipEmptyLines: true }).data.map(({ found }) => found)

test('every cell comes back as it was, whatever it holds', () => {
  const cells = [
    'a,b',
    'say "no"',
    'two\r\nlines',
    ' outer ',
    '<script>alert(1)</script>',
    'مرحبا',
    '😀'.repeat(150),
    '',
  ]
  expect(foundIn(toProblemsCsv(cells.map((found) => problem({ found }))))).toEqual(cells)
})

test('no cell is a formula to a spreadsheet, and numbers stay numbers', () => {
  const cells = ['=1+1', '+cmd', '-2+3', '@SUM(A1)', '-12.50', '+3', '1,5']
  const expected = ["'=1+1", "'+cmd", "'-2+3", "'@SUM(A1)", '-12.50', '+3', '1,5']
  expect(foundIn(toProblemsCsv(cells.map((found) => problem({ found }))))).toEqual(expected)
})

test('nor behind white space or in full width', () => {
  const cells = ['\n=1+1', '\r=1+1', '\t@SUM(A1)', ' \n +cmd', '＝1+1', '＋1x', '－1x', '＠SUM(A1)']
  expect(foundIn(toProblemsCsv(cells.map((found) => problem({ found }))))).toEqual(cells.map((cell) => `'${cell}`))
})

test('spreadsheets are told that it is UTF-8', () => {
  expect(toProblemsCsv([])).toBe('\uFEFFline,column,found,expected,code,message\r\n')
})

const rows = { read: 9, valid: 8, new: 8, recorded: 0, corrected: 0, excluded: 0, problems: 1 }
test.each([
  { codes: ['amount-unreadable'], line: 2, expected: ['validOnly'] },
  { codes: ['column-missing'], line: 0, expected: [] },
  { codes: ['line-would-move', 'twin-with-and-without-id'], line: 3, expected: ['validOnly', 'move', 'differ'] },
])('$codes call for $expected', ({ codes, line, expected }) => {
  const suggested = suggestChecks(
    { rowPolicy: 'all', rows },
    codes.map((code) => ({ code, line })),
  )
  expect(suggested.map(({ text }) => text)).toEqual(expected)
})
