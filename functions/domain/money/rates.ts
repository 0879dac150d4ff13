import { limits } from '../../contract/limits.ts'
import type { Day } from '../calendar.ts'
import { currencyExponent } from './currency.ts'
import { divideHalfEven, parseDecimal } from './decimal.ts'

/** `1 from` was worth `rate to` on `day`; `rate` as the file wrote it. */
export type FxRate = { day: Day; from: string; to: string; rate: string }

/** An exact factor between minor units of two currencies. */
export type Factor = { numerator: bigint; denominator: bigint; day: Day }

type Pair = { days: Day[]; rates: { numerator: bigint; denominator: bigint }[] }

/**
 * Finds the factor for a currency and a day: the pair itself, else its inverse, else by way of one third currency;
 * each leg is the last rate of at most seven days before.
 */
export class Rates {
  readonly #pairs = new Map<string, Pair>()
  readonly #currencies = new Set<string>()
  readonly #found = new Map<string, Factor | null>()

  /** @param rates any order; of two for one pair and day the later in the list counts */
  constructor(rates: readonly FxRate[]) {
    const last = new Map(rates.map((rate) => [`${rate.from}${rate.to}${rate.day}`, rate]))
    for (const rate of [...last.values()].sort((a, b) => a.day - b.day)) {
      const decimal = parseDecimal(rate.rate)
      if (!decimal || decimal.units <= 0n) throw new Error(`rate ${rate.rate} is not positive`)
      const key = rate.from + rate.to
      const pair = this.#pairs.get(key) ?? { days: [], rates: [] }
      pair.days.push(rate.day)
      pair.rates.push({ numerator: decimal.units, denominator: 10n ** BigInt(decimal.exponent) })
      this.#pairs.set(key, pair)
      this.#currencies.add(rate.from).add(rate.to)
    }
  }

  /** Factor from minor units of `from` to minor units of `to`; undefined where no rate serves that day. */
  factor(from: string, to: string, day: Day): Factor | undefined {
    const key = `${from}${to}${day}`
    let factor = this.#found.get(key)
    if (factor === undefined) {
      factor = this.#search(from, to, day) ?? null
      this.#found.set(key, factor)
    }
    return factor ?? undefined
  }

  #search(from: string, to: string, day: Day): Factor | undefined {
    const direct = this.#leg(from, to, day)
    if (direct) return scaleToMinor(direct, from, to)
    for (const via of ['EUR', 'USD', ...[...this.#currencies].sort()]) {
      const first = this.#leg(from, via, day)
      const second = first && this.#leg(via, to, day)
      if (first && second) {
        const crossed = {
          numerator: first.numerator * second.numerator,
          denominator: first.denominator * second.denominator,
          day: Math.min(first.day, second.day),
        }
        return scaleToMinor(crossed, from, to)
      }
    }
    return undefined
  }

  #leg(from: string, to: string, day: Day): Factor | undefined {
    const direct = this.#latest(from + to, day)
    if (direct) return direct
    const inverse = this.#latest(to + from, day)
    return inverse && { numerator: inverse.denominator, denominator: inverse.numerator, day: inverse.day }
  }

  #latest(key: string, day: Day): Factor | undefined {
    const pair = this.#pairs.get(key)
    if (!pair) return undefined
    let low = 0
    let high = pair.days.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pair.days[middle] ?? 0) <= day) low = middle + 1
      else high = middle
    }
    const found = pair.days[low - 1]
    const rate = pair.rates[low - 1]
    return found !== undefined && rate && day - found <= limits.fxAgeDaysMax ? { ...rate, day: found } : undefined
  }
}

function scaleToMinor(factor: Factor, from: string, to: string): Factor {
  const shift = (currencyExponent(to) ?? 2) - (currencyExponent(from) ?? 2)
  return shift >= 0
    ? { ...factor, numerator: factor.numerator * 10n ** BigInt(shift) }
    : { ...factor, denominator: factor.denominator * 10n ** BigInt(-shift) }
}

/** Minor units converted exactly, half to even. */
export function convertAmount(minor: number, factor: Factor): number {
  return Number(divideHalfEven(BigInt(minor) * factor.numerator, factor.denominator))
}
