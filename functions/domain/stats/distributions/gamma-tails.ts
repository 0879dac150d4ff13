import { deviance } from './deviance.ts'
import { stirlingError } from './stirling-error.ts'
import type { Tails } from './tails.ts'

const epsilon = 1e-16
const tiny = 1e-300

/**
 * The regularised incomplete gamma functions P(a, x) and Q(a, x): series below a + 1, Lentz's continued fraction above.
 * DLMF 8.11.4 and 8.9.2; Press et al., Numerical Recipes 6.2.
 */
export function gammaTails(shape: number, x: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1, density: 0 }
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0, density: 0 }
  const density = logDensity(shape, x)
  if (x < shape + 1) {
    const lower = (density / shape) * series(shape, x)
    return { lower, upper: 1 - lower, density }
  }
  const upper = density * continuedFraction(shape, x)
  return { lower: 1 - upper, upper, density }
}

/** x^a e^−x / Γ(a), as Loader's Poisson density. */
function logDensity(shape: number, x: number): number {
  return Math.sqrt(shape / (2 * Math.PI)) * Math.exp(-stirlingError(shape) - deviance(shape, x))
}

function series(shape: number, x: number): number {
  let term = 1
  let sum = 1
  for (let at = shape + 1; term > sum * epsilon; at += 1) {
    term *= x / at
    sum += term
  }
  return sum
}

function continuedFraction(shape: number, x: number): number {
  let b = x + 1 - shape
  let c = 1 / tiny
  let d = 1 / (b === 0 ? tiny : b)
  let value = d
  for (let step = 1; ; step++) {
    const a = step * (shape - step)
    b += 2
    d = 1 / notZero(a * d + b)
    c = notZero(b + a / c)
    const factor = c * d
    value *= factor
    if (Math.abs(factor - 1) <= 2 * epsilon || step > 100_000) return value
  }
}

function notZero(value: number): number {
  return Math.abs(value) < tiny ? tiny : value
}
