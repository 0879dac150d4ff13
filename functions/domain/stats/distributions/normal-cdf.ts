import { gammaTails } from './gamma-tails.ts'

/** P(Z ≤ z) of the standard normal: z²/2 is Gamma(½). R: `pnorm(z)`. */
export function normalCdf(z: number): number {
  const { lower, upper } = gammaTails(0.5, (z * z) / 2)
  return z < 0 ? upper / 2 : 0.5 + lower / 2
}
