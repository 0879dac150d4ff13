import { createRandom } from '../../domain/random.ts'
import { isBusinessDay } from './calendar.ts'

/** Ten-thousandths of a dollar for one euro, by business day. */
export type FxRates = Map<number, number>

/** A slow walk around 1.10, from a week before the data so that their first day has a rate. */
export function drawRates(seed: number, start: number, end: number): FxRates {
  const random = createRandom(seed, 2)
  const rates: FxRates = new Map()
  let rate = 11_000
  for (let day = start - 7; day <= end; day++) {
    if (!isBusinessDay(day)) continue
    rate = Math.round(rate + (11_000 - rate) * 0.02 + 45 * random.normal())
    rates.set(day, rate)
  }
  return rates
}

/** In cents of a dollar at the last rate, half to even, one row at a time as the ledger does. */
export function toUsdMinor(rates: FxRates, amountMinor: number, currency: string, day: number): number {
  if (currency === 'USD') return amountMinor
  for (let at = day; at > day - 8; at--) {
    const rate = rates.get(at)
    if (rate !== undefined) return divideHalfEven(BigInt(amountMinor) * BigInt(rate), 10_000n)
  }
  throw new Error(`no rate for day ${day}`)
}

function divideHalfEven(value: bigint, by: bigint): number {
  const whole = value / by
  const twice = 2n * (value % by)
  return Number(twice > by || (twice === by && whole % 2n === 1n) ? whole + 1n : whole)
}
