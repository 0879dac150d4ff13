import type { TrialBalance, TrialLine } from '../../contract/trial-balance.ts'
import { currencyExponent } from '../money/currency.ts'

const columns = [
  'month',
  'account',
  'currency',
  'amount',
  'rate',
  'rate_day',
  'reporting_currency',
  'reporting_amount',
  'rows',
] as const

type Row = Record<(typeof columns)[number], string>

/**
 * For the general ledger: of each measure, currency and month the balance at the month's rate, then its fx and its
 * rounding line. Amounts are plain decimals of whole units; spend is a debit and revenue a credit where positive.
 */
export function trialBalanceCsv({ lines, currency }: Pick<TrialBalance, 'lines' | 'currency'>): string {
  const rows = lines.flatMap((line) => rowsOf(line, currency))
  const text = [columns.join(','), ...rows.map((row) => columns.map((name) => csvCell(row[name])).join(','))]
  return `${text.join('\r\n')}\r\n`
}

function rowsOf(line: TrialLine, reporting: string): Row[] {
  const { month, measure, currency, rate, rateDay } = line
  const shared = { month, currency, reporting_currency: reporting }
  const aside = (name: string, minor: number): Row => ({
    ...shared,
    account: `${measure}-${name}`,
    amount: decimalText(0, currency),
    rate: '',
    rate_day: '',
    reporting_amount: decimalText(minor, reporting),
    rows: '',
  })
  return [
    {
      ...shared,
      account: measure,
      amount: decimalText(line.ownMinor, currency),
      rate,
      rate_day: rateDay ?? '',
      reporting_amount: decimalText(line.atMonthRateMinor, reporting),
      rows: String(line.rows),
    },
    aside('fx', line.fxMinor),
    aside('rounding', line.roundingMinor),
  ]
}

/** `-1234` minor units of USD → `-12.34`. */
function decimalText(minor: number, currency: string): string {
  const exponent = currencyExponent(currency) ?? 2
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0')
  const whole = digits.slice(0, digits.length - exponent)
  const sign = minor < 0 ? '-' : ''
  return exponent === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-exponent)}`
}

/** A cell that begins like a formula is run by spreadsheets; an apostrophe makes it text. Numbers stay numbers. */
export function csvCell(value: string): string {
  const isNumber = /^-?\d+(\.\d+)?$/.test(value)
  const text = /^[=+\-@\t\r]/.test(value) && !isNumber ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
