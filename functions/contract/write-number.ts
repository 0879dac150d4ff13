import type { MetricName } from './report.ts'

/** As sentences, pages and tests write numbers, so that one value never reads in two ways. */
const language = 'en'

/** Making a formatter costs a hundred times as much as using it. */
const made = new Map<string, Intl.NumberFormat>()

/** A real minus sign, and none before what is shown as nought. */
export function writeNumber(value: number, options: Intl.NumberFormatOptions = {}): string {
  const key = JSON.stringify(options)
  let format = made.get(key)
  if (!format) {
    format = new Intl.NumberFormat(language, { signDisplay: 'negative', ...options })
    made.set(key, format)
  }
  return format.format(value).replace('-', '−')
}

export const fixedDigits = (digits: number) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits })

const moneyMetrics: readonly MetricName[] = ['cpm', 'cpe', 'cpc', 'cpa', 'costPerPost', 'aov']

/** Metrics that are amounts of money, in minor units. */
export const isMoneyMetric = (metric: MetricName): boolean => moneyMetrics.includes(metric)

/**
 * A metric's value: money, a ratio (ROAS), a signed percentage (ROI) or a rate. What two or so decimals would show as
 * nought keeps two digits that say something.
 * @param exponent decimal places of the currency
 */
export function writeMetric(metric: MetricName, point: number, currency: string, exponent: number): string {
  if (isMoneyMetric(metric)) {
    const digits = Math.abs(point) < 10 && point !== 0 ? { maximumSignificantDigits: 2 } : fixedDigits(exponent)
    return writeNumber(point / 10 ** exponent, { style: 'currency', currency, ...digits })
  }
  if (metric === 'roas') return writeNumber(point, small(point, 0.1, 2))
  if (metric === 'roi') return writeNumber(point, { style: 'percent', signDisplay: 'exceptZero', ...fixedDigits(1) })
  return writeNumber(point, { style: 'percent', ...small(point, 0.001, 2) })
}

const small = (value: number, below: number, digits: number) =>
  value !== 0 && Math.abs(value) < below ? { maximumSignificantDigits: 2 } : fixedDigits(digits)
