import type { Problem } from '../../contract/problem.ts'
import { currencyExponent } from '../money/currency.ts'
import { type Decimal, divideHalfEven, parseDecimal } from '../money/decimal.ts'
import { formatDecimal } from './columns/exact-tally.ts'
import { type Flag, FlaggedLines } from './columns/flag.ts'
import type { Rewritten } from './columns/rewritten.ts'
import type { PlannedField } from './reading-plan.ts'
import type { TypedRecord } from './typed-records.ts'

/** What a line pays back, as the strict reader takes it, with a minus; and what stood in the file. */
type Refund = { text: string; header: string; cell: string } | { problem: Problem }

/** Reads what was paid back of the lines of a file. */
export class RefundRows {
  readonly #revenue: PlannedField | undefined
  readonly #shared: FlaggedLines

  constructor(fields: readonly PlannedField[], linesMax: number) {
    this.#shared = new FlaggedLines(linesMax)
    this.#revenue = fields.find(({ refund }) => refund !== undefined)
  }

  /** @param read what a cell of the line says, by its column's plan */
  read(record: TypedRecord, revenue: string, currency: string, read: (at: number) => Rewritten): Refund | null {
    const { refund, header = '' } = this.#revenue ?? {}
    if (!refund) return null
    const cell = record.cells[refund.at] ?? ''
    const back = read(refund.at)
    if ('fault' in back) return { problem: { line: record.line, column: refund.header, found: cell, ...back.fault } }
    const paidBack = parseDecimal(back.text)
    if (!paidBack || paidBack.units === 0n) return null
    if (paidBack.units < 0n) return { problem: turned(record.line, refund.header, cell) }
    const whole: Rewritten = refund.of ? read(refund.of.at) : { text: '' }
    if ('fault' in whole) {
      const { at = 0, header: column = '' } = refund.of ?? {}
      return { problem: { line: record.line, column, found: record.cells[at] ?? '', ...whole.fault } }
    }
    const earned = parseDecimal(revenue)
    const off: Part = refund.of && earned ? partOf(earned, paidBack, parseDecimal(whole.text), currency) : paidBack
    if (off.isPart) this.#shared.add(record.line)
    return { text: formatDecimal(-off.units, off.exponent), header, cell }
  }

  flags(): Flag[] {
    const refund = this.#revenue?.refund
    return this.#shared.toFlag(
      'refunds-shared',
      `A part of the order was paid back, and the file does not say how much of that was shipping or tax: “${this.#revenue?.header}” is reduced by the share that “${refund?.header}” is of “${refund?.of?.header}”; where that is empty, by no more than itself.`,
    )
  }
}

/** Whether it is a refund taken back or a slip, nobody can tell. */
const turned = (line: number, column: string, found: string): Problem => ({
  line,
  column,
  found,
  expected: 'a refund with the sign of the others',
  code: 'out-of-range',
  message: `Other refunds of “${column}” have another sign. Write this one as they are, or leave the line out.`,
})

type Part = Decimal & { isPart?: boolean }

/** @param paid all that was paid, of which revenue is a part, as far as the file says it */
function partOf(earned: Decimal, paidBack: Decimal, paid: Decimal | undefined, currency: string): Part {
  if (paid && paid.units > 0n) return shareOf(earned, paidBack, paid, currency)
  const isMore = earned.units >= 0n && isGreater(paidBack, earned)
  return { ...(isMore ? earned : paidBack), isPart: true }
}

const isGreater = (a: Decimal, b: Decimal): boolean =>
  a.units * 10n ** BigInt(b.exponent) > b.units * 10n ** BigInt(a.exponent)

/** Of all that was paid, some is revenue: of a refund the same share. What was paid back whole takes all of it off. */
function shareOf(earned: Decimal, paidBack: Decimal, paid: Decimal, currency: string): Part {
  const scale = Math.max(earned.exponent, paidBack.exponent, paid.exponent, currencyExponent(currency) ?? 2)
  const [own, back, all] = [earned, paidBack, paid].map((of) => of.units * 10n ** BigInt(scale - of.exponent)) as [
    bigint,
    bigint,
    bigint,
  ]
  if (back >= all) return earned
  if (own === all) return paidBack
  const places = currencyExponent(currency) ?? 2
  const units = divideHalfEven(own * back, all * 10n ** BigInt(scale - places))
  return { units, exponent: places, isPart: true }
}
