import { deviance } from './deviance.ts'
import { stirlingError } from './stirling-error.ts'
import type { Tails } from './tails.ts'

const epsilon = 2e-16
const tiny = 1e-300
const stepsMax = 100_000

/**
 * The regularised incomplete beta function I_x(a, b) and its complement, by Lentz's continued fraction.
 * `x` and `rest` = 1 − x are both given, so that neither loses digits near 1. DLMF 8.17.22; Press et al., Numerical
 * Recipes 6.4.
 */
export function betaTails(a: number, b: number, x: number, rest: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1, density: 0 }
  if (rest <= 0) return { lower: 1, upper: 0, density: 0 }
  const density = logitDensity(a, b, x, rest)
  if (x <= a / (a + b)) {
    const lower = density * continuedFraction(a, b, x, rest)
    return { lower, upper: 1 - lower, density }
  }
  const upper = density * continuedFraction(b, a, rest, x)
  return { lower: 1 - upper, upper, density }
}

/** x^a (1 − x)^b / B(a, b), as Loader's binomial density. */
function logitDensity(a: number, b: number, x: number, rest: number): number {
  const n = a + b
  const errors = stirlingError(n) - stirlingError(a) - stirlingError(b)
  return Math.sqrt((a / n) * (b / (2 * Math.PI))) * Math.exp(errors - deviance(a, n * x) - deviance(b, n * rest))
}

/**
 * The even part of DLMF 8.17.22, so that a large a beside a small b costs no digits: `distance` is a − (a + b) x,
 * worked out from the smaller of x and its rest.
 * Didonato & Morris 1992, TOMS 708, `bfrac`.
 */
function continuedFraction(a: number, b: number, x: number, rest: number): number {
  const distance = x < rest ? a - (a + b) * x : (a + b) * rest - b
  let c = (1 + distance) / (1 + 1 / a)
  let d = 0
  let value = c
  for (let n = 1; n <= stepsMax; n++) {
    const width = a + 2 * n - 1
    const weight = n * (b - n) * x
    const over = ((a + n - 1) / width) * ((a + b + n - 1) / width) * weight * x
    const under = n + weight / width + ((a + n) / (width + 2)) * (1 + distance + n * (1 + rest))
    d = 1 / notZero(over * d + under)
    c = notZero(under + over / c)
    value *= c * d
    if (Math.abs(c * d - 1) <= epsilon) break
  }
  return 1 / value
}

function notZero(value: number): number {
  return Math.abs(value) < tiny ? tiny : value
}
