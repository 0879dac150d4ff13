/** Draws that are the same on every machine for the same seed and stream. */
export type Random = {
  /** Uniform in [0, 1). */
  unit(): number
  /** Uniform integer in [low, high]. */
  between(low: number, high: number): number
  pick<T>(items: readonly T[]): T
  /** A copy in random order. */
  shuffle<T>(items: readonly T[]): T[]
  normal(): number
  /** Lognormal with mean 1: multiplies without moving an expectation. */
  spread(sigma: number): number
  poisson(mean: number): number
}

/**
 * sfc32 of PractRand (Chris Doty-Humphrey, public domain), its state filled by splitmix32 from seed and stream.
 * Each creator, deal and post draws from a stream of its own, so that one more creator does not change another's rows.
 */
export function createRandom(seed: number, stream = 0): Random {
  const fill = createSplitmix(Math.imul(seed | 0, 0x9e3779b1) ^ Math.imul(stream | 0, 0x85ebca77))
  let a = fill()
  let b = fill()
  let c = fill()
  let counter = 1
  const bits = (): number => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return sum >>> 0
  }
  for (let i = 0; i < 12; i++) bits()
  const unit = (): number => bits() / 4294967296
  const between = (low: number, high: number): number => low + Math.floor(unit() * (high - low + 1))
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit())
  return {
    unit,
    between,
    normal,
    pick: (items) => itemAt(items, between(0, items.length - 1)),
    shuffle: (items) => {
      const mixed = [...items]
      for (let i = mixed.length - 1; i > 0; i--) {
        const j = between(0, i)
        const held = itemAt(mixed, i)
        mixed[i] = itemAt(mixed, j)
        mixed[j] = held
      }
      return mixed
    },
    spread: (sigma) => Math.exp(sigma * normal() - (sigma * sigma) / 2),
    poisson: (mean) => drawPoisson(mean, unit, normal),
  }
}

/** The item at a place that is known to exist. */
export function itemAt<T>(items: readonly T[], index: number): T {
  if (index < 0 || index >= items.length) throw new Error(`no item ${index} of ${items.length}`)
  return items[index] as T
}

function createSplitmix(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return mixed ^ (mixed >>> 15)
  }
}

// Knuth's product is exact but linear in the mean; from 30 on the rounded normal is within sampling noise of it.
function drawPoisson(mean: number, unit: () => number, normal: () => number): number {
  if (mean <= 0) return 0
  if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()))
  const floor = Math.exp(-mean)
  let count = 0
  for (let product = unit(); product > floor; product *= unit()) count++
  return count
}
