import type { RowValues, UploadRow } from '../../../../functions/contract/upload-rows.ts'
import { currencyExponent } from '../../format/currency-exponents.ts'
import { formatCount, formatMoney } from '../../format/format.ts'
import { writeCsv } from './write-csv.ts'

const moneyMeasures = ['revenue', 'grossProfit']
/** Kept in hundredths. */
const scores = ['contentScore', 'brandFit']
const scoreScale = 100

const wordsOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

/** What a row says beside its date, campaign and creator; of two rows that are compared only what differs from `other`. */
export function sayRow(row: RowValues, other?: RowValues): string {
  const { amountMinor, currency, platform, post, lineId, category, reference, status, measures } = row
  const money = (minor: number): string => (currency === null ? formatCount(minor) : formatMoney(minor, currency))
  const sayMeasure = (name: string, value: number): string => {
    if (moneyMeasures.includes(name)) return money(value)
    return scores.includes(name) ? String(value / scoreScale) : formatCount(value)
  }
  const told: [key: string, text: string | null][] = [
    ['amount', amountMinor === null ? null : money(amountMinor)],
    ...Object.entries(measures).map(([name, value]): [string, string] => [
      `measure ${name}`,
      `${wordsOf(name)} ${sayMeasure(name, value)}`,
    ]),
    ...Object.entries({ platform, post, lineId, category, reference, status }),
  ]
  const known = other === undefined ? new Map<string, string | null>() : new Map(factsOf(other))
  const shown = told.filter(
    ([key, text]) => text !== null && (other === undefined || known.get(key) !== factOf(row, key)),
  )
  return shown.map(([, text]) => text).join(' · ')
}

function factsOf(row: RowValues): [string, string | null][] {
  const keys = ['amount', ...Object.keys(row.measures).map((name) => `measure ${name}`), 'platform', 'post', 'lineId']
  return [...keys, 'category', 'reference', 'status'].map((key) => [key, factOf(row, key)])
}

function factOf(row: RowValues, key: string): string | null {
  if (key === 'amount') return row.amountMinor === null ? null : `${row.amountMinor} ${row.currency}`
  if (key.startsWith('measure ')) return String(row.measures[key.slice('measure '.length)] ?? '')
  return row[key as 'platform'] ?? null
}

const fields = ['date', 'campaign', 'creator', 'platform', 'post', 'lineId', 'category', 'reference', 'status'] as const
const measures = [
  ...['followers', 'impressions', 'reach', 'engagements', 'comments', 'saves', 'shares', 'clicks', 'conversions'],
  ...['revenue', 'grossProfit', 'contentScore', 'brandFit'],
]

/** Amounts as decimals of their currency, so that a spreadsheet adds them up. */
export function toRowsCsv(rows: readonly UploadRow[]): string {
  const values = (row: RowValues | null | undefined): (string | number | null)[] => {
    const decimal = (minor: number | null | undefined): string | null =>
      minor === null || minor === undefined ? null : toDecimal(minor, row?.currency ?? null)
    return [
      ...fields.map((field) => row?.[field] ?? null),
      decimal(row?.amountMinor),
      row?.currency ?? null,
      ...measures.map((name) => {
        const value = row?.measures[name]
        if (value === undefined) return null
        if (moneyMeasures.includes(name)) return decimal(value)
        return scores.includes(name) ? value / scoreScale : value
      }),
    ]
  }
  const columns = [...fields, 'amount', 'currency', ...measures]
  const hasOld = rows.some(({ was }) => was.length > 0)
  const header = ['line', 'list', ...columns, ...(hasOld ? columns.map((column) => `${column} before`) : [])]
  return writeCsv(
    header,
    rows.flatMap(({ line, status, row, was }) => {
      const olds = hasOld && was.length > 0 ? was : [undefined]
      return olds.map((old) => [line, status, ...values(row), ...(hasOld ? values(old) : [])])
    }),
  )
}

const toDecimal = (minor: number, currency: string | null): string => {
  const digits = currency === null ? 2 : currencyExponent(currency)
  return digits === 0 ? String(minor) : `${minor < 0 ? '-' : ''}${cut(Math.abs(minor), digits)}`
}

function cut(minor: number, digits: number): string {
  const text = String(minor).padStart(digits + 1, '0')
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`
}
