/** Why a file is not read: what it is, what was expected, and in `message` how to mend it. */
export type Refusal = { code: string; found: string; expected: string; message: string }

const expected = 'a CSV file or an Excel workbook (.xlsx)'

export function refuse(code: string, found: string, mend: string): Refusal {
  return { code, found, expected, message: `This is ${found}, not ${expected}. ${mend}` }
}

/** Thrown where going on would only fill the memory. */
export class Unreadable extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.message)
    this.refusal = refusal
  }
}
