import type { CellFault as ReadingFault } from '../ingest/cells.ts'
import type { CellFault } from './workbook/typed-cell.ts'

const faults: Record<CellFault, ReadingFault> = {
  'formula-without-value': {
    code: 'formula-without-value',
    expected: 'a formula with its result',
    message:
      'This cell holds a formula without its result, as some programs save it. Open the workbook in Excel, save it and send it again.',
  },
  'no-such-date': {
    code: 'date-unreadable',
    expected: 'a date',
    message: 'This cell is formatted as a date but holds a number that is none. Correct it in the workbook.',
  },
  'not-a-number': {
    code: 'amount-unreadable',
    expected: 'a number',
    message: 'This cell should be a number by its type but is none. Correct it in the workbook.',
  },
  'no-such-text': {
    code: 'text-missing',
    expected: 'a text',
    message:
      'This cell names a text that the workbook does not hold. Open the workbook in Excel, save it and send it again.',
  },
}

/** What is wrong with a cell of a workbook that says something but has no value. */
export const faultOfCell = (fault: CellFault): ReadingFault => faults[fault]
