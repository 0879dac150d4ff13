import type { Estimate, MetricName } from '../../../functions/contract/report.ts'
import { fixedDigits, writeMetric, writeNumber } from '../../../functions/contract/write-number.ts'
import { currencyExponent } from './currency-exponents.ts'

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

const dates = keep(
  (key) =>
    new Intl.DateTimeFormat(dateLanguage, { timeZone: 'UTC', ...(JSON.parse(key) as Intl.DateTimeFormatOptions) }),
)
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
    exact: fixedDigits(exponent),
    change: { ...fixedDigits(exponent), signDisplay: 'exceptZero' },
    whole: fixedDigits(0),
    compact: { notation: 'compact', maximumSignificantDigits: 3 },
  }[style]
  return writeNumber(minor / 10 ** exponent, { style: 'currency', currency, ...shown } as Intl.NumberFormatOptions)
}

export function formatCount(value: number, style: 'exact' | 'change' | 'compact' = 'exact'): string {
  if (style === 'change') return writeNumber(value, { signDisplay: 'exceptZero' })
  return writeNumber(value, style === 'compact' ? { notation: 'compact', maximumSignificantDigits: 3 } : {})
}

/** A ratio like a ROAS. */
export function formatRatio(value: number): string {
  return writeNumber(value, fixedDigits(2))
}

/** A fraction as percent; `signed` shows a plus. */
export function formatShare(fraction: number, options: { digits?: number; signed?: boolean } = {}): string {
  const { digits = 0, signed = false } = options
  return writeNumber(fraction, {
    style: 'percent',
    ...fixedDigits(digits),
    ...(signed ? { signDisplay: 'exceptZero' } : {}),
  })
}

export function formatBytes(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const power = Math.min(3, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3))
  const unit = units[power] ?? 'byte'
  return writeNumber(bytes / 1000 ** power, { style: 'unit', unit, maximumSignificantDigits: 3 })
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

/** A metric's value, as the service's sentences write it. */
export function formatMetric(metric: MetricName, point: number, currency: string): string {
  return writeMetric(metric, point, currency, currencyExponent(currency))
}

/** An estimate's point, or null where it has none: then say why (`reasonOf` in the messages). */
export function formatEstimate(metric: MetricName, estimate: Estimate, currency: string): string | null {
  return estimate.kind === 'unavailable' ? null : formatMetric(metric, estimate.point, currency)
}

/** A range over more than a thousand times, as of two creators, says nothing but that nothing is known. */
export const isTooWide = ({ low, high }: { low: number; high: number }): boolean => low > 0 && high / low > 1000
