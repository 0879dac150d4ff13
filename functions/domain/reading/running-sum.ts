import type { Decimal } from '../money/decimal.ts'

/** An exact sum of decimals, and how many of them were not zero. */
export class RunningSum {
  #units = 0n
  #exponent = 0
  /** What was added of the present exponent and is small enough for a float to hold exactly. */
  #small = 0
  filled = 0

  add({ units, exponent }: Decimal): void {
    if (units === 0n) return
    this.filled++
    if (exponent > this.#exponent) this.#raise(exponent)
    const size = Number(units)
    if (exponent === this.#exponent && Number.isSafeInteger(size) && Number.isSafeInteger(this.#small + size)) {
      this.#small += size
    } else this.#units += units * 10n ** BigInt(this.#exponent - exponent)
  }

  addSum(other: RunningSum): void {
    const filled = this.filled + other.filled
    this.add(other.value())
    this.filled = filled
  }

  value(): Decimal {
    return { units: this.#units + BigInt(this.#small), exponent: this.#exponent }
  }

  #raise(exponent: number): void {
    this.#units = (this.#units + BigInt(this.#small)) * 10n ** BigInt(exponent - this.#exponent)
    this.#small = 0
    this.#exponent = exponent
  }
}

export function subtract(left: Decimal, right: Decimal): Decimal {
  const exponent = Math.max(left.exponent, right.exponent)
  const units = (of: Decimal): bigint => of.units * 10n ** BigInt(exponent - of.exponent)
  return { units: units(left) - units(right), exponent }
}

/** `-12.50`, without a rounding and without zeros that say nothing. */
export function decimalText({ units, exponent }: Decimal): string {
  const digits = String(units < 0n ? -units : units).padStart(exponent + 1, '0')
  const whole = digits.slice(0, digits.length - exponent)
  const fraction = digits.slice(digits.length - exponent).replace(/0+$/, '')
  return `${units < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}
