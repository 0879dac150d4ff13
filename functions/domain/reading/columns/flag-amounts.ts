import { groupDigits } from './decide-decimal.ts'
import { countLines, type Flag, flaggedLinesMax } from './flag.ts'
import { LogSketch } from './log-sketch.ts'

const timesMax = 50
const amountsMin = 10
const currenciesMax = 200

type Series = { sketch: LogSketch; largest: { line: number; size: number; text: string }[] }

/**
 * Amounts of more than 50 times the median of their column and currency. The median is known only at the end, so the
 * largest amounts are kept until then; it takes ten amounts to speak of a norm.
 */
export class AmountFlagger {
  readonly #header: string
  readonly #series = new Map<string, Series>()

  constructor(header: string) {
    this.#header = header
  }

  add(line: number, text: string, currency: string): void {
    const size = Math.abs(Number(text))
    if (text === '' || !(size > 0)) return
    let series = this.#series.get(currency)
    if (!series) {
      if (this.#series.size >= currenciesMax) return
      series = { sketch: new LogSketch(), largest: [] }
      this.#series.set(currency, series)
    }
    series.sketch.add(size)
    keepLargest(series.largest, { line, size, text })
  }

  flags(): Flag[] {
    return [...this.#series].flatMap(([currency, { sketch, largest }]) => {
      if (sketch.total < amountsMin) return []
      const median = sketch.quantile(0.5)
      const above = largest.filter(({ size }) => size > timesMax * median)
      const first = above[0]
      if (!first) return []
      // Beyond what is kept the sketch counts, to a bin.
      const total =
        above.length < flaggedLinesMax ? above.length : Math.max(above.length, sketch.countAbove(timesMax * median))
      return [
        {
          code: 'amount-far-from-norm',
          message: `${countLines(total)} of “${this.#header}” hold more than ${timesMax} times the usual amount (about ${inWords(median)}${currency === '' ? '' : ` ${currency}`}), such as ${groupDigits(first.text)} on line ${first.line}. Is a decimal mark missing?`,
          lines: above.map(({ line }) => line).sort((a, b) => a - b),
          total,
        },
      ]
    })
  }
}

function keepLargest(largest: Series['largest'], amount: Series['largest'][number]): void {
  const last = largest.at(-1)
  if (largest.length >= flaggedLinesMax && last && amount.size <= last.size) return
  const at = largest.findIndex(({ size }) => size < amount.size)
  largest.splice(at < 0 ? largest.length : at, 0, amount)
  if (largest.length > flaggedLinesMax) largest.pop()
}

const inWords = (size: number): string => groupDigits(size >= 10 ? size.toFixed(0) : size.toPrecision(2))
