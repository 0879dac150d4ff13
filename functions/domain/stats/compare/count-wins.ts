import type { Contrast } from './compare-arms.ts'

/** In how many of the comparable strata A is better, and their share of the overlap weight. */
export type Wins = { strata: number; won: number; weight: number }

export function countWins({ rate, totals, w }: Contrast): Wins {
  const {
    exposure: [ea, eb],
    outcome: [ya, yb],
    comparable,
  } = totals
  const wins: Wins = { strata: 0, won: 0, weight: 0 }
  // Costs are inverse rates or spend a post: whichever is meant, A has to be on the better side of the cross product.
  const towards = rate.inverse === rate.lowerIsBetter ? 1 : -1
  for (let k = 0; k < comparable.length; k++) {
    if (comparable[k] === 0) continue
    wins.strata++
    const [a, b] = [ea[k] as number, eb[k] as number]
    const ahead = ((ya[k] as number) * b - (yb[k] as number) * a) * towards
    if (ahead <= 0) continue
    wins.won++
    wins.weight += (a * b) / (a + b) / w
  }
  return wins
}
