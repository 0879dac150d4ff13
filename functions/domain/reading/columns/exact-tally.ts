const flushAt = 2 ** 51

/** Adds decimals exactly, by their number of places: a double holds 2^53, a big integer what goes beyond it. */
export class ExactTally {
  readonly #quick: number[] = []
  #units = 0n
  #places = 0

  /** @param units an integer below 10^15 in size */
  add(units: number, places: number): void {
    const sum = (this.#quick[places] ?? 0) + units
    if (sum < flushAt && sum > -flushAt) this.#quick[places] = sum
    else {
      this.#quick[places] = 0
      this.addBig(BigInt(sum - units), places)
      this.addBig(BigInt(units), places)
    }
  }

  addBig(units: bigint, places: number): void {
    if (places > this.#places) {
      this.#units *= 10n ** BigInt(places - this.#places)
      this.#places = places
    }
    this.#units += units * 10n ** BigInt(this.#places - places)
  }

  /** The sum in plain digits, `-1234.5`. */
  toString(): string {
    this.#quick.forEach((units, places) => {
      if (units !== 0) this.addBig(BigInt(units), places)
      this.#quick[places] = 0
    })
    return formatDecimal(this.#units, this.#places)
  }
}

/** Plain digits with a point, without trailing zeros behind it. */
export function formatDecimal(units: bigint, places: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0')
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '')
  const whole = digits.slice(0, digits.length - places)
  return `${units < 0n ? '-' : ''}${whole}${places > 0 && fraction !== '' ? `.${fraction}` : ''}`
}
