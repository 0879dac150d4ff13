import type { Estimate, MetricName } from '../../../functions/contract/report.ts'
import { currencyExponent } from './currency-exponents.ts'

/** As the service writes numbers in its sentences, so that both read the same. */
const language = 'en'
/** Day before month: no reader takes 3 Apr for 4 March. */
const dateLanguage = 'en-GB'

/** Making a formatter costs a hundred times as much as using it. */
function keep<T>(make: (key: string) => T): (key: string) => T {
  const kept = new Map<string, T>()
  return (key) => {
    const known = kept.get(key) ?? make(key)
    kept.set(key, known)
    return known
  }
}

const numbers = keep((key) => new Intl.NumberFormat(language, JSON.parse(key) as Intl.NumberFormatOptions))
const dates = keep(
  (key) =>
    new Intl.DateTimeFormat(dateLanguage, { timeZone: 'UTC', ...(JSON.parse(key) as Intl.DateTimeFormatOptions) }),
)
const numberWith = (options: Intl.NumberFormatOptions) => ({
  // The language's data have a hyphen where a minus sign belongs.
  format: (value: number): string => numbers(JSON.stringify(options)).format(value).replace('-', '−'),
})
const dateWith = (options: Intl.DateTimeFormatOptions) => dates(JSON.stringify(options))

const shortDay = { day: 'numeric', month: 'short' } as const
const longDay = { ...shortDay, year: 'numeric' } as const

type MoneyStyle = 'exact' | 'change' | 'whole' | 'compact'

/**
 * Money in minor units (fractions of them are rounded). `change` has a plus too; `whole` leaves the minor units out;
 * `compact` is for axes.
 */
export function formatMoney(minor: number, currency: string, style: MoneyStyle = 'exact'): string {
  const exponent = currencyExponent(currency)
  const shown = {
    exact: fixed(exponent),
    change: { ...fixed(exponent), signDisplay: 'exceptZero' },
    whole: fixed(0),
    compact: { notation: 'compact', maximumSignificantDigits: 3 },
  }[style]
  return numberWith({ style: 'currency', currency, ...shown } as Intl.NumberFormatOptions).format(
    minor / 10 ** exponent,
  )
}

const fixed = (digits: number) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits })

export function formatCount(value: number, style: 'exact' | 'compact' = 'exact'): string {
  return numberWith(style === 'compact' ? { notation: 'compact', maximumSignificantDigits: 3 } : {}).format(value)
}

/** A ratio like a ROAS. */
export function formatRatio(value: number): string {
  return numberWith(fixed(2)).format(value)
}

/** A fraction as percent; `signed` shows a plus. */
export function formatShare(fraction: number, options: { digits?: number; signed?: boolean } = {}): string {
  const { digits = 0, signed = false } = options
  return numberWith({ style: 'percent', ...fixed(digits), ...(signed ? { signDisplay: 'exceptZero' } : {}) }).format(
    fraction,
  )
}

export function formatBytes(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const power = Math.min(3, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3))
  const unit = units[power] ?? 'byte'
  return numberWith({ style: 'unit', unit, maximumSignificantDigits: 3 }).format(bytes / 1000 ** power)
}

/** A day, `2026-03-14`, or a month, `2026-03`. */
export function formatDay(day: string, style: 'short' | 'long' = 'long'): string {
  if (day.length === 7) return dateWith({ month: 'short', year: 'numeric' }).format(new Date(`${day}-01T00:00:00Z`))
  return dateWith(style === 'short' ? shortDay : longDay).format(new Date(`${day}T00:00:00Z`))
}

export function formatRange(from: string, to: string): string {
  return dateWith(longDay).formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`))
}

/** An instant in the reader's own time zone. */
export function formatInstant(instant: string): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return dateWith({ ...longDay, hour: '2-digit', minute: '2-digit', timeZone: zone }).format(new Date(instant))
}

const moneyMetrics: readonly MetricName[] = ['cpm', 'cpe', 'cpc', 'cpa', 'costPerPost', 'aov']

/** A metric's value: money, a ratio (ROAS), a signed percentage (ROI) or a rate. */
export function formatMetric(metric: MetricName, point: number, currency: string): string {
  if (moneyMetrics.includes(metric)) return formatMoney(point, currency)
  if (metric === 'roas') return formatRatio(point)
  if (metric === 'roi') return formatShare(point, { signed: true, digits: 1 })
  return formatShare(point, { digits: 2 })
}

/** An estimate's point, or null where it has none: then say why (`reasonOf` in the messages). */
export function formatEstimate(metric: MetricName, estimate: Estimate, currency: string): string | null {
  return estimate.kind === 'unavailable' ? null : formatMetric(metric, estimate.point, currency)
}
