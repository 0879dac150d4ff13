/** What was counted over how much of it was at stake: conversions over spend, clicks over impressions. */
export interface CountRate {
  readonly count: number
  readonly exposure: number
}

export interface RateTotals {
  readonly creators: number
  readonly count: number
  readonly exposure: number
  readonly exposureSquares: number
  readonly rate: number
}

export function rateTotals(rates: readonly CountRate[]): RateTotals {
  let [creators, count, exposure, exposureSquares] = [0, 0, 0, 0]
  for (const one of rates) {
    if (one.exposure <= 0) continue
    creators++
    count += one.count
    exposure += one.exposure
    exposureSquares += one.exposure * one.exposure
  }
  return { creators, count, exposure, exposureSquares, rate: count / exposure }
}

/** Σ (count − rate · exposure)² / exposure: how far the creators lie from one common rate. */
export function rateScatter(rates: readonly CountRate[], rate: number): number {
  let sum = 0
  for (const { count, exposure } of rates) {
    if (exposure <= 0) continue
    const off = count - rate * exposure
    sum += (off * off) / exposure
  }
  return sum
}
