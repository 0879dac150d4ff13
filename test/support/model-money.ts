export type RateLine = { day: number; from: string; to: string; rate: string }

const decimals: Record<string, number> = { USD: 2, EUR: 2, JPY: 0 }

type Ratio = { over: bigint; under: bigint }

/**
 * Exact conversion at a row's own day: the last rate of at most seven days before, half to even. A pair that is not
 * quoted either way goes by way of one other currency, the euro before the dollar.
 */
export class Exchange {
  readonly #rates = new Map<string, RateLine>()
  readonly #reporting: string

  /** @param rates in fold order: of two for one pair and day the later counts */
  constructor(rates: readonly RateLine[], reporting: string) {
    this.#reporting = reporting
    for (const rate of rates) this.#rates.set(`${rate.from} ${rate.to} ${rate.day}`, rate)
  }

  convert(minor: number, currency: string, day: number): number {
    if (currency === this.#reporting) return minor
    const found = this.#leg(currency, this.#reporting, day) ?? this.#around(currency, day)
    if (!found) throw new Error(`the model has no rate for ${currency} on day ${day}`)
    const up = 10n ** BigInt(decimals[this.#reporting] ?? 2)
    const down = 10n ** BigInt(decimals[currency] ?? 2)
    return Number(halfEven(BigInt(minor) * found.over * up, found.under * down))
  }

  #around(currency: string, day: number): Ratio | undefined {
    for (const between of ['EUR', 'USD', 'JPY']) {
      const [one, two] = [this.#leg(currency, between, day), this.#leg(between, this.#reporting, day)]
      if (one && two) return { over: one.over * two.over, under: one.under * two.under }
    }
    return undefined
  }

  #leg(from: string, to: string, day: number): Ratio | undefined {
    const [straight, inverse] = [this.#last(from, to, day), this.#last(to, from, day)]
    if (straight) return { over: fraction(straight).units, under: fraction(straight).scale }
    return inverse ? { over: fraction(inverse).scale, under: fraction(inverse).units } : undefined
  }

  #last(from: string, to: string, day: number): string | undefined {
    for (let age = 0; age <= 7; age++) {
      const rate = this.#rates.get(`${from} ${to} ${day - age}`)
      if (rate) return rate.rate
    }
    return undefined
  }
}

export function fraction(text: string): { units: bigint; scale: bigint } {
  const [whole = '', part = ''] = text.split('.')
  return { units: BigInt(whole + part), scale: 10n ** BigInt(part.length) }
}

export function halfEven(over: bigint, under: bigint): bigint {
  const sign = over < 0n ? -1n : 1n
  const doubled = 2n * over * sign
  const floor = (over * sign) / under
  const rest = doubled - 2n * floor * under
  const up = rest > under || (rest === under && floor % 2n === 1n)
  return sign * (up ? floor + 1n : floor)
}

/** Splits a total by weights: largest remainder, ties to the earlier; weights of zero or less get nothing. */
export function apportion(total: number, weights: readonly number[]): number[] {
  const usable = weights.map((weight) => BigInt(Math.max(0, weight)))
  const sum = usable.reduce((a, b) => a + b, 0n)
  const size = BigInt(Math.abs(total))
  const parts = usable.map((weight) => (size * weight) / sum)
  const byRest = usable
    .map((weight, at) => ({ at, rest: (size * weight) % sum }))
    .sort((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1))
  const left = Number(size - parts.reduce((a, b) => a + b, 0n))
  const extra = new Set(byRest.slice(0, left).map(({ at }) => at))
  return parts.map((part, at) => Number(part + (extra.has(at) ? 1n : 0n)) * Math.sign(total) || 0)
}
