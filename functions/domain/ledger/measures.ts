/** Measures of a result row, in the order of their bits in a row's mask. */
export const measures = [
  'followers',
  'impressions',
  'reach',
  'engagements',
  'comments',
  'saves',
  'shares',
  'clicks',
  'conversions',
  'revenue',
  'grossProfit',
  'contentScore',
  'brandFit',
] as const
export type Measure = (typeof measures)[number]

export const measureCount = measures.length

export const measureIndex = Object.fromEntries(measures.map((name, i) => [name, i])) as Record<Measure, number>

/** Mask of all measures. */
export const anyMeasure = (1 << measureCount) - 1

/** The row only says that its post was published on its day: the figures stand in other months. */
export const publicationBit = 1 << 13

/** A performance line without a line id gives its key's cost: as a measure it is won with the group. */
export const costBit = 1 << 14

/** Measures that are states, not flows: of several rows of one key the largest counts, they are not added. */
export const isState: readonly boolean[] = measures.map((name) =>
  ['followers', 'contentScore', 'brandFit'].includes(name),
)

/** Scores keep two decimals as integers. */
export const scoreScale = 100

export const spendStatuses = ['', 'committed', 'invoiced', 'paid'] as const
