import fc from 'fast-check'
import { expect, test } from 'vitest'
import { windows1252 } from '../../functions/domain/reading/single-byte.ts'
import { readFile } from './read-file.ts'

type Row = { month: number; date: number; campaign: string; creator: string; cents: number }
type Dates = 'iso' | 'd/m/y' | 'm/d/y' | 'd.m.y' | 'd/m/yy' | 'd-Mon-y'
type File = {
  rows: Row[]
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  delimiter: string
  lineEnd: string
  quoteAll: boolean
  point: '.' | ','
  grouped: boolean
  dates: Dates
  words: (typeof headers)[number]
  title: boolean
  total: boolean
}

/** Words of several languages; the currency stands in a column of its own. */
const headers = [
  ['Date', 'Campaign', 'Creator', 'Amount', 'Currency', 'Total'],
  ['Datum', 'Kampagne', 'Influencer', 'Betrag', 'Währung', 'Summe'],
  ['Date', 'Campagne', 'Créateur', 'Montant', 'Devise', 'Total'],
  ['Fecha', 'Campaña', 'Creador', 'Importe', 'Moneda', 'Total'],
] as const

const rows = fc.array(
  fc.record({
    month: fc.integer({ min: 1, max: 12 }),
    date: fc.integer({ min: 1, max: 28 }),
    campaign: fc.constantFrom('Frühling', 'Summer; late', 'Ação, dois', 'Q3 "big"'),
    creator: fc.constantFrom('Anna', 'Zoë', 'Peña', 'O’Neil'),
    cents: fc.oneof(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 100_000, max: 987_654_321 })),
  }),
  { minLength: 2, maxLength: 20 },
)

const files: fc.Arbitrary<File> = fc
  .record({
    rows,
    encoding: fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'windows-1252'),
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    quoteAll: fc.boolean(),
    point: fc.constantFrom('.', ','),
    grouped: fc.boolean(),
    dates: fc.constantFrom('iso', 'd/m/y', 'm/d/y', 'd.m.y', 'd/m/yy', 'd-Mon-y'),
    words: fc.constantFrom(...headers),
    title: fc.boolean(),
    total: fc.boolean(),
  })
  .map((file) => file as File)

const two = (n: number): string => String(n).padStart(2, '0')
const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function writeDate({ month, date }: Row, dates: Dates): string {
  if (dates === 'iso') return `2026-${two(month)}-${two(date)}`
  if (dates === 'm/d/y') return `${month}/${date}/2026`
  if (dates === 'd.m.y') return `${two(date)}.${two(month)}.2026`
  if (dates === 'd/m/yy') return `${two(date)}/${two(month)}/26`
  if (dates === 'd-Mon-y') return `${two(date)}-${names[month - 1]}-26`
  return `${two(date)}/${two(month)}/2026`
}

function writeAmount(cents: number, { point, grouped }: File): string {
  const whole = String(Math.floor(cents / 100))
  const mark = point === '.' ? ',' : '.'
  return `${grouped ? whole.replace(/\B(?=(\d{3})+$)/g, mark) : whole}${point}${two(cents % 100)}`
}

function write(file: File): Uint8Array {
  const { delimiter, lineEnd, quoteAll, words, encoding } = file
  const cell = (text: string): string =>
    quoteAll || text.includes(delimiter) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text
  const line = (cells: readonly string[]): string => cells.map(cell).join(delimiter) + lineEnd
  const total = file.rows.reduce((sum, { cents }) => sum + cents, 0)
  const text = [
    file.title ? `${cell('Report of 2026')}${lineEnd}${lineEnd}` : '',
    line(words.slice(0, 5)),
    ...file.rows.map((row) =>
      line([writeDate(row, file.dates), row.campaign, row.creator, writeAmount(row.cents, file), 'EUR']),
    ),
    file.total ? line([words[5], '', '', writeAmount(total, file), '']) : '',
  ].join('')
  if (encoding === 'utf-8') return Buffer.from(text)
  if (encoding === 'windows-1252') return Buffer.from([...text].map((char) => windows1252.indexOf(char)))
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return encoding === 'utf-16le' ? bytes : bytes.swap16()
}

/** The truth, for what the file alone cannot tell. */
function answerTo({ id, code }: { id: string; code: string }, file: File): [string, string] {
  if (code === 'date-order-unclear') return [id, file.dates === 'm/d/y' ? 'mdy' : 'dmy']
  return [id, file.point]
}

test('any table in any dialect becomes the same rows, and only what cannot be told is asked', async () => {
  await fc.assert(
    fc.asyncProperty(files, async (file) => {
      const bytes = write(file)
      const first = await readFile(bytes, 'spend')
      const asked = (first.reading?.questions ?? []).filter(({ answer }) => answer === null)
      const may = ['d/m/y', 'm/d/y', 'd/m/yy'].includes(file.dates)
      expect(asked.map(({ code }) => code).filter((code) => code !== 'date-order-unclear' || !may)).toEqual([])
      const answers = Object.fromEntries(asked.map((question) => answerTo(question, file)))
      const { rows, problems, reading } = asked.length === 0 ? first : await readFile(bytes, 'spend', { answers })
      expect(problems).toEqual([])
      expect(rows).toEqual(
        file.rows.map(
          (row) => `${writeDate(row, 'iso')} ${row.campaign} ${row.creator} ${(row.cents / 100).toFixed(2)} EUR`,
        ),
      )
      expect(reading?.totals.map(({ agrees }) => agrees)).toEqual(file.total ? [true] : [])
    }),
    { seed: 20261128, numRuns: 300 },
  )
}, 60_000)
