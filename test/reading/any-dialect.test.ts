import fc from 'fast-check'
import { expect, test } from 'vitest'
import { windows1252 } from '../../functions/domain/reading/single-byte.ts'
import { cut, lookAt } from './look-at.ts'

type Writing = {
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  bom: boolean
  delimiter: string
  quote: '"' | "'"
  escape: 'doubled' | 'backslash'
  quoteAll: boolean
  lineEnds: readonly string[]
}

const writings: fc.Arbitrary<Writing> = fc.record({
  encoding: fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'windows-1252'),
  bom: fc.boolean(),
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  quote: fc.constantFrom('"', '"', '"', "'"),
  escape: fc.constantFrom('doubled', 'doubled', 'backslash'),
  quoteAll: fc.boolean(),
  lineEnds: fc.constantFrom(['\n'], ['\r\n'], ['\r'], ['\r\n', '\n'], ['\n', '\r', '\r\n']),
})

const western = [
  'Zoë',
  'für ',
  'Köln',
  'señal',
  'café ',
  'œuvre',
  '5 € ',
  'Ångström ',
  '“so”',
  ' – ',
  'it’s',
  'a',
  'bc',
  'd9',
]
const everywhere = ['🎉', '👩‍👩‍👧', 'שלום', 'مرحبا', 'Ấ', 'Tổng hợp', '日本', 'Ω', '\u00a0']
const marks = [',', ';', '\t', '|', '"', "'", '\n', '\r\n', '\r', '\\', '#', '=', '""', '";"', "','"]
const textOf = (encoding: Writing['encoding']): fc.Arbitrary<string> => {
  const letters = fc.constantFrom(...western)
  const other = encoding === 'windows-1252' ? letters : fc.constantFrom(...everywhere)
  const piece = fc.oneof(
    { weight: 8, arbitrary: letters },
    { weight: 1, arbitrary: other },
    { weight: 1, arbitrary: fc.constantFrom(...marks) },
  )
  // A name begins with a letter: what is empty or a lone mark says nothing, which has rules of its own.
  return fc
    .tuple(fc.constantFrom(...'KLMNQ'), fc.array(piece, { maxLength: 12 }))
    .map(([first, rest]) => first + rest.join(''))
}

type File = {
  writing: Writing
  titles: string[]
  comments: string[]
  rows: string[][]
  total: boolean
  blanks: boolean
  last: boolean
}

const files: fc.Arbitrary<File> = writings.chain((writing) =>
  fc.record({
    writing: fc.constant(writing),
    titles: fc.array(fc.constantFrom('Spend report', '1 May 2026 - 8 May 2026', 'Agentur, Köln; intern'), {
      maxLength: 3,
    }),
    comments: fc.array(fc.constantFrom('# exported by hand', '# ----'), { maxLength: 2 }),
    rows: fc.array(
      fc
        .tuple(
          textOf(writing.encoding),
          fc.integer({ min: 1, max: 28 }),
          fc.integer({ min: 1, max: 1e9 }),
          textOf(writing.encoding),
        )
        .map(([name, day, cents, note]) => [
          name,
          `2026-05-${String(day).padStart(2, '0')}`,
          (cents / 100).toFixed(2),
          note,
        ]),
      { minLength: 3, maxLength: 12 },
    ),
    total: fc.boolean(),
    blanks: fc.boolean(),
    last: fc.boolean(),
  }),
)

const header = ['Creator', 'Date', 'Amount', 'Note']

/** The bytes of a file, and the line on which each row must be found: counted here, not taken from the reader. */
function write({ writing, titles, comments, rows, total, blanks, last }: File): { bytes: Uint8Array; lines: number[] } {
  let text = ''
  let line = 1
  let ends = 0
  const lines: number[] = []
  const put = (record: string): number => {
    const at = line
    const end = writing.lineEnds[ends++ % writing.lineEnds.length] as string
    text += record + end
    line += 1 + (record.match(/\r\n|\r|\n/g) ?? []).length
    return at
  }
  for (const title of titles) put(quoted(title, writing))
  for (const comment of comments) put(comment)
  if (blanks) put('')
  put(header.map((cell) => quoted(cell, writing)).join(writing.delimiter))
  rows.forEach((cells, i) => {
    if (blanks && i % 3 === 2) put(writing.delimiter.repeat(3))
    lines.push(put(cells.map((cell) => quoted(cell, writing)).join(writing.delimiter)))
  })
  const cents = rows.reduce((sum, cells) => sum + BigInt((cells[2] as string).replace('.', '')), 0n)
  const sum = `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`
  if (total) put(['Total', '', sum, ''].join(writing.delimiter))
  const whole = last ? text : text.replace(/(\r\n|\r|\n)$/, '')
  return { bytes: encode(whole, writing), lines }
}

function quoted(cell: string, writing: Writing): string {
  const { quote, quoteAll, delimiter } = writing
  const needs =
    quoteAll || [quote, delimiter, '\n', '\r'].some((mark) => cell.includes(mark)) || /^[ "'=]|"$|'$/.test(cell)
  if (!needs) return cell
  const inner =
    writing.escape === 'doubled'
      ? cell.replaceAll(quote, quote + quote)
      : cell.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)
  return quote + inner + quote
}

function encode(text: string, { encoding, bom }: Writing): Uint8Array {
  const marked = bom && encoding !== 'windows-1252' ? `\uFEFF${text}` : text
  if (encoding === 'utf-8') return Buffer.from(marked)
  if (encoding === 'windows-1252') return Buffer.from([...text].map((char) => windows1252.indexOf(char)))
  const bytes = Buffer.from(marked, 'utf16le')
  return encoding === 'utf-16le' ? bytes : bytes.swap16()
}

const sizes = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 6 })

/** What a dialect leaves open cannot be told by anyone: these are what nobody writes. */
const isTellable = ({ writing, rows }: File): boolean => {
  const cells = rows.flat()
  if (writing.quote === "'" && !writing.quoteAll) return false
  if (writing.escape === 'doubled') return true
  return cells.some((cell) => cell.includes(writing.quote)) && !cells.some((cell) => cell.includes('""'))
}

test('a table written in any dialect and cut anywhere is read back, each row with its line', () => {
  fc.assert(
    fc.property(files, sizes, (file, pieces) => {
      fc.pre(isTellable(file))
      const { bytes, lines } = write(file)
      const { rows, plan } = lookAt(bytes, pieces)
      expect(rows).toEqual(file.rows.map((cells, i) => ({ line: lines[i], cells })))
      expect(plan.tables.map(({ headers }) => headers)).toEqual([header])
      expect(plan.totals.map(({ agreeing }) => agreeing)).toEqual(file.total ? [[2]] : [])
    }),
    { seed: 20261125, numRuns: 400 },
  )
})

test('every line of any text is a row, a header or said to be skipped', () => {
  const cell = fc.constantFrom('', 'Total', 'Anna', '12', '1,5', '2026-01-01', '#x', '--', 'EUR', '"', "'", ' ')
  const lines = fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 40 })
  fc.assert(
    fc.property(lines, fc.constantFrom(',', ';', '\t'), sizes, (cells, delimiter, pieces) => {
      const bytes = Buffer.from(`${cells.map((line) => line.join(delimiter)).join('\n')}\n`)
      const { seen, plan, records } = lookAt(bytes, pieces)
      if (seen.kind !== 'text') return
      const headers = plan.tables.filter(({ headerLine }) => headerLine !== null).length
      const rows = plan.tables.reduce((sum, table) => sum + table.rows, 0)
      const skipped = Object.values(plan.skippedCounts).reduce((sum, count) => sum + count, 0)
      expect(rows + headers + skipped).toBe(records.length)
      for (const [i, table] of plan.tables.entries()) {
        expect(lookAt(bytes, pieces, i).rows.length).toBe(table.rows)
      }
    }),
    { seed: 20261126, numRuns: 400 },
  )
})

test('any bytes at all are read or refused, and alike however they are cut', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .string({ unit: fc.constantFrom('a', '1', ',', ';', '"', "'", '\n', '\r', '=', 'é', '🎉', '\0'), maxLength: 300 })
      .map((text) => Buffer.from(text)),
  )
  fc.assert(
    fc.property(bytes, sizes, (file, pieces) => {
      expect(cut(file, pieces).reduce((sum, piece) => sum + piece.length, 0)).toBe(file.length)
      expect(lookAt(file, pieces)).toEqual(lookAt(file))
    }),
    { seed: 20261127, numRuns: 500 },
  )
})
