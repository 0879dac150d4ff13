import { workbookLimits } from './workbook-limits.ts'

/** The first section of a number format, which is that of positive values, taken apart. */
export type FormatCode = {
  /** Its letters and placeholders, without what is shown as it stands: `dd-mmm-yy`, `#,##0.00`. */
  pattern: string
  /** What it shows as it stands, a blank between the pieces: `€`, `USD`. */
  literal: string
  /** Of `[$€-407]` what stands before the dash, and the code of the language behind it. */
  money: { mark: string; language: number } | undefined
  /** `[h]:mm`: a length of time, which may be longer than a day. */
  elapsed: boolean
}

/** See ECMA-376 Part 1, 18.8.31. */
export function readFormatCode(code: string): FormatCode {
  const read: FormatCode = { pattern: '', literal: '', money: undefined, elapsed: false }
  const pieces = code.slice(0, workbookLimits.formatCharsMax).matchAll(piece)
  for (const [text] of pieces) {
    if (text === ';') break
    if (text.startsWith('[')) readBracket(text.slice(1, -1), read)
    else if (text.startsWith('"')) read.literal += ` ${text.replaceAll('"', '')}`
    else if (text.startsWith('\\')) read.literal += text.slice(1)
    else if (/^[_*]/.test(text)) read.literal += ' '
    else if (/^[\p{Sc}]$/u.test(text)) read.literal += text
    else read.pattern += text
  }
  return read
}

const piece = /"[^"]*"?|\\[\s\S]?|[_*][\s\S]?|\[[^\]]*\]?|[\s\S]/gu

function readBracket(inner: string, read: FormatCode): void {
  if (/^(h+|m+|s+)$/i.test(inner)) {
    read.elapsed = true
    read.pattern += inner
  } else if (inner.startsWith('$')) {
    const dash = inner.lastIndexOf('-')
    const mark = dash < 0 ? inner.slice(1) : inner.slice(1, dash)
    // Above the lowest 16 bits stand the calendar and the digits.
    const language = dash < 0 ? 0 : Number.parseInt(inner.slice(dash + 1), 16) & 0xffff
    if (mark !== '') read.money = { mark, language }
  }
}
