export type Mix = 'even' | 'simpson'

export type SampleOptions = {
  seed: number
  creators: number
  campaigns: number
  months: number
  /** Last day of the data, ISO. */
  end: string
  /** Result rows aimed at, over results and performance; the number comes out within a few percent. */
  resultRows: number
  /**
   * `even`: both tiers work for the same campaigns in the same proportion. `simpson`: micro creators work mostly where
   * conversions are rare and macro creators where they are frequent, so that the crude comparison points the wrong way.
   */
  mix: Mix
}

export const defaultSampleOptions: SampleOptions = {
  seed: 37,
  creators: 60,
  campaigns: 10,
  months: 9,
  end: '2026-06-30',
  resultRows: 12_000,
  mix: 'even',
}

export function completeOptions(options: Partial<SampleOptions>): SampleOptions {
  const complete = { ...defaultSampleOptions, ...options }
  const lowest = { creators: 10, campaigns: 1, months: 1, resultRows: 1 }
  for (const [name, low] of Object.entries(lowest) as [keyof typeof lowest, number][]) {
    if (!Number.isInteger(complete[name]) || complete[name] < low)
      throw new Error(`${name}: a whole number from ${low}`)
  }
  if (!Number.isInteger(complete.seed)) throw new Error('seed: a whole number')
  return complete
}
