export type BenchOptions = {
  resultRows: number
  spendRows: number
  campaigns: number
  creators: number
  months: number
  seed: number
}

/** The size that the performance goals name. */
export const benchOptions: BenchOptions = {
  resultRows: 1_000_000,
  spendRows: 100_000,
  campaigns: 200,
  creators: 5000,
  months: 24,
  seed: 1,
}

/** More rows of the same market. Cells grow more slowly than rows, as they do when creators post more often. */
export function scaleOptions(options: BenchOptions, scale: number): BenchOptions {
  return {
    ...options,
    resultRows: options.resultRows * scale,
    spendRows: options.spendRows * scale,
    creators: Math.round(options.creators * scale ** 0.4),
  }
}
