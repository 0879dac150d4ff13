import { currencyExponent } from '../../money/currency.ts'
import { divideHalfEven } from '../../money/decimal.ts'
import { withoutNoise } from '../../money/ieee-noise.ts'
import { PlainNumber } from '../../money/plain-number.ts'
import type { CellType } from './column-facts.ts'
import type { NumberPlan } from './column-plan.ts'
import { currenciesOfMark } from './currency-marks.ts'
import { formatDecimal } from './exact-tally.ts'
import { type DecimalMark, type Digits, movePoint, otherMark, readParts } from './number-body.ts'
import { type NumberParts, splitNumber } from './number-text.ts'
import { isErrorCell, isMissing } from './number-words.ts'
import { blank, faulty, type Rewritten } from './rewritten.ts'

/** Rewrites the numbers of one column into plain digits with a point. */
export class NumberRewriter {
  readonly #plan: NumberPlan
  readonly #mark: number
  readonly #quick: boolean
  readonly #plain = new PlainNumber()

  constructor(plan: NumberPlan) {
    this.#plan = plan
    this.#mark = plan.decimal.charCodeAt(0)
    this.#quick = !plan.flipped && plan.power === 0 && !plan.rounding
  }

  /** @param rowCurrency what a column of the file says for this line; '' if there is none */
  rewrite(cell: string, type: CellType | undefined, rowCurrency: string): Rewritten {
    return (
      (this.#quick ? this.#rewritePlain(cell, type, rowCurrency) : undefined) ??
      this.#rewriteWritten(cell, type, rowCurrency)
    )
  }

  /** The usual cell, its digits left as they are, its mark of thousands left out. */
  #rewritePlain(cell: string, type: CellType | undefined, rowCurrency: string): Rewritten | undefined {
    const plain = this.#plain
    if (!plain.scan(cell)) return undefined
    const decimal = type === 'number' ? 46 : this.#mark
    const foreign = plain.mark !== 0 && plain.mark !== decimal
    if (foreign ? !plain.maybeThousands : plain.places > 2) return undefined
    const text = foreign ? cell.replace(/[.,]/, '') : cell.replace(',', '.')
    const { currency } = this.#plan
    return currency === '' || rowCurrency !== '' ? { text } : { text, currency }
  }

  #rewriteWritten(cell: string, type: CellType | undefined, rowCurrency: string): Rewritten {
    if (isMissing(cell)) return blank
    if (isErrorCell(cell)) return errorFault(cell)
    if (type === 'date') return this.#unreadable(cell)
    const parts = splitNumber(cell)
    if (!parts) return this.#unreadable(cell)
    const decimal = type === 'number' ? '.' : this.#plan.decimal
    const digits = readParts(parts, decimal)
    if (!digits) return this.#otherConvention(cell, parts, decimal)
    if (parts.percent && !['fraction', 'score'].includes(this.#plan.expects))
      return faulty(
        'percent-unexpected',
        'a number, not a share',
        `“${cell}” is a percentage, but this column should hold ${this.#plan.expects === 'amount' ? 'amounts of money' : 'plain numbers'}. Map another column, or write the number itself.`,
      )
    const currency = this.#currencyOf(parts, rowCurrency)
    if (currency === undefined)
      return faulty(
        'currency-conflict',
        `an amount in ${rowCurrency}`,
        `“${cell}” shows another currency than ${rowCurrency}, which its line names. Correct the one or the other.`,
      )
    const text = this.#write(parts, digits, currency)
    return currency === '' || rowCurrency !== '' ? { text } : { text, currency }
  }

  #write(parts: NumberParts, digits: Digits, currency: string): string {
    const plan = this.#plan
    const moved = movePoint(digits, plan.power - (parts.percent && plan.expects === 'fraction' ? 2 : 0))
    let [units, places] = [BigInt(moved.digits), moved.places]
    const negative = parts.side === '' ? parts.negative : parts.side === plan.negativeSide
    if (negative !== plan.flipped) units = -units
    if (plan.rounding && plan.expects === 'amount') {
      const exponent = currencyExponent(currency) ?? 2
      ;[units, places] = roundTo(...withoutNoise(units, places), exponent)
    }
    return formatDecimal(units, places)
  }

  /** ISO code that a mark shows or the column has; '' for none, undefined for one that contradicts its line. */
  #currencyOf({ mark }: NumberParts, rowCurrency: string): string | undefined {
    if (this.#plan.expects !== 'amount') return ''
    const meanings = currenciesOfMark(mark) ?? []
    if (rowCurrency === '') return this.#plan.marks[mark] ?? meanings[0] ?? this.#plan.currency
    return mark === '' || meanings.includes(rowCurrency) ? rowCurrency : undefined
  }

  #unreadable(cell: string): Rewritten {
    const { expects, decimal } = this.#plan
    const example = decimal === '.' ? '1234.56' : '1234,56'
    return expects === 'count'
      ? faulty(
          'not-a-whole-number',
          'a whole number',
          `“${cell}” is not a number. Write digits, or leave the cell empty if the figure is not known.`,
        )
      : faulty(
          'amount-unreadable',
          `a number such as ${example}`,
          `“${cell}” is not a number. Write it like ${example}.`,
        )
  }

  #otherConvention(cell: string, parts: NumberParts, decimal: DecimalMark): Rewritten {
    const [own, foreign] = decimal === '.' ? ['point', 'comma'] : ['comma', 'point']
    const example = decimal === '.' ? '1,234.56' : '1.234,56'
    return readParts(parts, otherMark[decimal])
      ? faulty(
          'decimal-mark-other',
          `a number such as ${example}`,
          `“${cell}” has a ${foreign} before its decimals, but the column is read with a ${own}, as in ${example}. Write this cell like the others.`,
        )
      : faulty(
          'number-garbled',
          `a number such as ${example}`,
          `The digits of “${cell}” are not grouped like a number. Write it like ${example}.`,
        )
  }
}

export function errorFault(cell: string): Rewritten {
  return faulty(
    'error-cell',
    'a value',
    `“${cell}” is a formula that failed in the spreadsheet. Mend it there, or write the value into the cell.`,
  )
}

function roundTo(units: bigint, places: number, exponent: number): [bigint, number] {
  const drop = Math.max(places - exponent, 0)
  return [divideHalfEven(units, 10n ** BigInt(drop)), places - drop]
}
