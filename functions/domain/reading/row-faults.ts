import type { Problem } from '../../contract/problem.ts'

type RowFault = Omit<Problem, 'line' | 'column' | 'found'>

/** What is wrong with a line as a whole. */
export const raggedRow = (line: number, cells: number, width: number): Problem => ({
  line,
  column: '',
  found: `${cells} cells`,
  expected: `${width} cells, as in the header`,
  code: 'row-ragged',
  message: `Line ${line} has ${cells} cells, the header has ${width}. Is there a delimiter too many, or a quote missing?`,
})

export const openQuote = (line: number): Problem => ({
  line,
  column: '',
  found: '"',
  expected: 'a closing quote',
  code: 'quote-unclosed',
  message: `A quote that opens on line ${line} is never closed. Close or remove it.`,
})

export const twoCurrencies = (one: string, other: string): RowFault => ({
  code: 'two-currencies',
  expected: `amounts in ${one}`,
  message: `This line has amounts in ${one} and in ${other}. A line has one currency: split it, or map only one of the columns.`,
})

export const noRows: Problem = {
  line: 0,
  column: '',
  found: '',
  expected: 'at least one row below the header',
  code: 'no-rows',
  message: 'The table has a header but no rows below it.',
}
