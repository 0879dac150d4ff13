import type { Tails } from './tails.ts'

const stepsMax = 200
const bound = 750

/**
 * The place whose lower tail is `lower` (= 1 − `upper`), by bracketed Newton on the logarithm of the smaller tail. On the
 * log or logit scale all our densities are log-concave, so that Newton closes in from one side; the bracket catches
 * starts so far out that a tail is 0.
 */
export function findQuantile(lower: number, upper: number, start: number, tailsAt: (at: number) => Tails): number {
  const fromBelow = lower <= upper
  let low = -bound
  let high = bound
  let at = start > low && start < high ? start : 0
  for (let step = 0; step < stepsMax; step++) {
    const tails = tailsAt(at)
    const excess = fromBelow ? Math.log(tails.lower / lower) : -Math.log(tails.upper / upper)
    if (excess === 0) return at
    if (excess < 0) low = at
    else high = at
    const move = (excess * (fromBelow ? tails.lower : tails.upper)) / tails.density
    const next = at - move
    const inside = next > low && next < high
    const jump = inside ? next : (low + high) / 2
    if (Math.abs(jump - at) <= 1e-16 * Math.abs(at) + 1e-17) return jump
    if (inside && Math.abs(move) < 1e-9) return next
    at = jump
  }
  return at
}
