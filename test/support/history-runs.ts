/** How often a law is tried: `LAW_RUNS` times, or a modest number of times. */
export const runs = (usual: number): { numRuns: number; seed: number; endOnFailure: boolean } => ({
  numRuns: process.env.LAW_RUNS ? Number(process.env.LAW_RUNS) : usual,
  seed: process.env.LAW_SEED ? Number(process.env.LAW_SEED) : 20260314,
  endOnFailure: process.env.LAW_SHRINK === 'off',
})
