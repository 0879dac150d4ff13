import { Unreadable } from '../refusal.ts'
import { workbookLimits } from './workbook-limits.ts'

const expected = 'an Excel workbook (.xlsx) as Excel saves it'

/** The file begins like a workbook, but cannot be read to its end. `what` completes “its …”. */
export function damaged(what: string): Unreadable {
  return new Unreadable({
    code: 'workbook-damaged',
    found: what,
    expected,
    message: `This workbook is damaged: ${what}. Send it again, or open it in Excel, save it under a new name and send that.`,
  })
}

/** The file would fill the memory, by accident or by intent. */
export function tooMuch(
  what: string,
  mend = 'Save the sheet that you need as a file of its own, or as CSV.',
): Unreadable {
  return new Unreadable({
    code: 'workbook-too-large',
    found: what,
    expected: 'a workbook within the limits',
    message: `This workbook is too large to be read: ${what}. ${mend}`,
  })
}

/** What no program that makes workbooks writes, but tools that overwhelm or mislead readers do. */
export function unsafe(what: string): Unreadable {
  return new Unreadable({
    code: 'workbook-unsafe',
    found: what,
    expected,
    message: `This file was not opened, because ${what}. Open it in Excel, save it under a new name and send that.`,
  })
}

export const tooManyBytes = (): Unreadable =>
  tooMuch(`it has more than ${Math.round(workbookLimits.fileBytesMax / 1_048_576)} MB`)

export const emptyWorkbook = (): Unreadable =>
  new Unreadable({
    code: 'workbook-empty',
    found: 'no cell that says anything',
    expected: 'a sheet with a table',
    message: 'This workbook is empty: none of its sheets has a cell that says anything. Is it the right file?',
  })
