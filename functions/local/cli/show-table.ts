import type { Estimate } from '../../contract/report.ts'
import { currencyExponent } from '../../domain/money/currency.ts'

export type Cell = string | number | null

/** Columns of even width; numbers stand right. */
export function formatTable(heads: string[], rows: Cell[][]): string {
  const texts = rows.map((row) =>
    row.map((cell) => (cell === null ? '–' : typeof cell === 'number' ? grouped(cell) : printable(cell))),
  )
  const widths = heads.map((head, column) => Math.max(head.length, ...texts.map((row) => row[column]?.length ?? 0)))
  const right = heads.map((_, column) => rows.length > 0 && rows.every((row) => isNumeric(row[column] ?? null)))
  const line = (cells: string[]) =>
    cells
      .map((text, column) => pad(text, widths[column] ?? 0, right[column] ?? false))
      .join('  ')
      .trimEnd()
  return [line(heads), line(widths.map((width) => '─'.repeat(width))), ...texts.map(line)].join('\n')
}

/** `1234567` minor units of USD → `12,345.67 USD`. */
export function formatMoney(minor: number, currency: string): string {
  const digits = currencyExponent(currency) ?? 2
  return `${grouped(minor / 10 ** digits, digits)} ${currency}`
}

/** Money in an estimate is in minor units; rates are fractions. */
export function formatEstimate(estimate: Estimate, unit: 'money' | 'fraction' | 'ratio', currency: string): string {
  if (estimate.kind === 'unavailable') return '–'
  const { point } = estimate
  if (unit === 'fraction') return `${grouped(point * 100, 2)} %`
  if (unit === 'ratio') return grouped(point, 2)
  const digits = currencyExponent(currency) ?? 2
  return grouped(point / 10 ** digits, Math.max(2, digits))
}

/** `1 problem`, `1,200 problems`. */
export function counted(count: number, thing: string): string {
  return `${grouped(count)} ${thing}${count === 1 ? '' : 's'}`
}

function grouped(value: number, digits = 0): string {
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

/** A file's name or a cell's text may hold control characters: none may reach a terminal. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, '·')
}

function isNumeric(cell: Cell): boolean {
  return cell === null || typeof cell === 'number' || /^[–-]?[\d,.]*( [A-Z]{3}| %)?$/.test(cell)
}

function pad(text: string, width: number, right: boolean): string {
  return right ? text.padStart(width) : text.padEnd(width)
}
