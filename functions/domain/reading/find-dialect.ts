import { type Dialect, delimiters, plainDialect } from './dialect.ts'
import { RecordReader, type TextRecord } from './record-reader.ts'
import { Unreadable } from './refusal.ts'

/** How much of a file is enough to tell its dialect by. */
export const dialectSampleChars = 131_072

/**
 * The dialect by which the start of a file falls into the most even records of the cleanest cells. `whole` says that
 * `sample` is all there is. The measure is that of van den Burg, Nazábal and Sutton, “Wrangling messy CSV files by
 * detecting row and type patterns” (2019), with weights of our own.
 */
export function findDialect(sample: string, whole: boolean): Dialect {
  const declared = /^\uFEFF?"?sep=(.)"?(\r|\n|$)/i.exec(sample)
  const plain: Dialect = { ...plainDialect, sepLine: declared !== null }
  if (isDecimalColumn(sample)) return { ...plain, delimiter: ';' }
  let best = plain
  let bestScore = 0
  for (const dialect of candidates(sample, plain, declared?.[1])) {
    const score = scoreDialect(dialect, sample, whole)
    if (score > bestScore + 1e-9) {
      best = dialect
      bestScore = score
    }
  }
  return bestScore === 0 && declared?.[1] ? { ...plain, delimiter: declared[1] } : best
}

function* candidates(sample: string, plain: Dialect, declared: string | undefined): Generator<Dialect> {
  const single = (sample.match(/(^|[,;\t|\r\n])'[^'\r\n]*'(?=[,;\t|\r\n]|$)/g) ?? []).length > 1
  const wrapped = isWrapped(sample)
  for (const delimiter of declared ? [declared] : delimiters) {
    const dialect = { ...plain, delimiter }
    yield dialect
    if (single) yield { ...dialect, quote: "'" }
    if (sample.includes('\\"')) yield { ...dialect, escape: 'backslash' }
    if (single && sample.includes("\\'")) yield { ...dialect, quote: "'", escape: 'backslash' }
    if (sample.includes('"')) yield { ...dialect, quote: '' }
    if (wrapped) yield { ...dialect, wrapped: true }
  }
}

function scoreDialect(dialect: Dialect, sample: string, whole: boolean): number {
  const reader = new RecordReader(dialect)
  let records: TextRecord[] = []
  let closed = 1
  try {
    records = reader.push(sample)
    if (whole) records = [...records, ...reader.finish()]
    else if (reader.waiting * 2 > sample.length) closed = 0.5
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    closed = 0.5
  }
  const rows = records.filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (rows.length === 0) return 0
  const lost = closed < 1 ? sample.length / (sample.length + reader.waiting) : 1
  const bad = rows.filter(({ badQuote }) => badQuote).length / rows.length
  return evenness(rows, dialect.wrapped) * cleanness(rows) ** 2 * closed * lost * (1 - bad / 2)
}

/** Near 1 where all rows have the same number of cells, the more the better; 0 where each is one cell. */
function evenness(rows: readonly TextRecord[], wrapped: boolean): number {
  const counts = new Map<number, number>()
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  let sum = 0
  for (const [cells, count] of counts) {
    if (cells > (wrapped ? 2 : 1)) sum += (count / rows.length) ** 1.5 * (1 - 1 / (cells + 2))
  }
  return sum
}

/** The share of cells that look like a value, not like a part of one or like two. */
function cleanness(rows: readonly TextRecord[]): number {
  let sum = 0
  let cells = 0
  for (const row of rows) {
    if (row.cells.length < 2) continue
    for (const cell of row.cells) sum += cleannessOf(cell)
    cells += row.cells.length
  }
  return cells === 0 ? 0 : sum / cells
}

function cleannessOf(cell: string): number {
  if (!/[,;\t|"']/.test(cell)) return 1
  if (cell.length < 40 && /^\s*[-+(]?\p{Sc}?\s?\d[\d.,\s\u00a0]*\d\s?[%)\p{Sc}]?\s*$/u.test(cell)) return 1
  if (/^(["']).*\1$/s.test(cell)) return 0
  if (/^["']/.test(cell)) return 0.1
  if (/["']$/.test(cell)) return 0.4
  if (/[\d"'][;\t|]|[;\t|][\d"']/.test(cell)) return 0.1
  if (/[\t;|]/.test(cell)) return 0.5
  return cell.includes(',') ? 0.85 : 1
}

/** One column of amounts such as `1.234,56`, in which no comma parts cells. */
function isDecimalColumn(sample: string): boolean {
  const lines = sample.split(/[\r\n]+/).filter((line) => line.trim() !== '')
  const rows = lines.slice(1)
  return (
    rows.length > 0 &&
    !/[,;\t|]/.test(lines[0] ?? '') &&
    rows.every((line) => /^-?\d{1,3}([. ]?\d{3})*(,\d{1,2})?$/.test(line.trim())) &&
    rows.some((line) => line.includes(','))
  )
}

function isWrapped(sample: string): boolean {
  const lines = sample.split(/[\r\n]+/).filter((line) => line !== '')
  const whole = lines.filter((line) => /^"(?:[^"]|"")*"[,;\t]*$/.test(line) && /^"[^"]*(?:""[^"]*)*[,;\t|]/.test(line))
  return whole.length > 0 && whole.length * 5 >= (lines.length - 1) * 4
}
