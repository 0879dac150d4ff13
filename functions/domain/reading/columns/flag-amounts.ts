import { groupDigits } from './decide-decimal.ts'
import { countLines, type Flag, flaggedLinesMax, verb } from './flag.ts'
import { LargestAmounts } from './largest-amounts.ts'
import { LogSketch } from './log-sketch.ts'

const timesMax = 50
const amountsMin = 10
const currenciesMax = 200

type Series = { sketch: LogSketch; largest: LargestAmounts }

/**
 * Amounts of more than 50 times the median of their column and currency. The median is known only at the end, so the
 * largest amounts are kept until then; it takes ten amounts to speak of a norm.
 */
export class AmountFlagger {
  readonly #header: string
  readonly #series = new Map<string, Series>()

  readonly #linesMax: number

  constructor(header: string, linesMax = flaggedLinesMax) {
    this.#header = header
    this.#linesMax = linesMax
  }

  add(line: number, text: string, currency: string): void {
    const size = Math.abs(Number(text))
    if (text === '' || !(size > 0)) return
    let series = this.#series.get(currency)
    if (!series) {
      if (this.#series.size >= currenciesMax) return
      series = { sketch: new LogSketch(), largest: new LargestAmounts(this.#linesMax) }
      this.#series.set(currency, series)
    }
    series.sketch.add(size)
    series.largest.add({ line, size, text })
  }

  flags(): Flag[] {
    return [...this.#series].flatMap(([currency, { sketch, largest }]) => {
      if (sketch.total < amountsMin) return []
      const median = sketch.quantile(0.5)
      const { lines, isWhole } = largest.above(timesMax * median)
      const { first } = largest
      if (!first || lines.length === 0) return []
      // Beyond what is kept the sketch counts, to a bin.
      const total = isWhole ? lines.length : Math.max(lines.length, sketch.countAbove(timesMax * median))
      return [
        {
          code: 'amount-far-from-norm',
          message: `${countLines(total)} of “${this.#header}” ${verb(total, 'hold')} more than ${timesMax} times the usual amount (about ${inWords(median)}${currency === '' ? '' : ` ${currency}`}), such as ${groupDigits(first.text)} on line ${first.line}. Is a decimal mark missing?`,
          lines,
          total,
        },
      ]
    })
  }
}

const inWords = (size: number): string => groupDigits(size >= 10 ? size.toFixed(0) : size.toPrecision(2))
