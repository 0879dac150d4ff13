/** What every side is asked: twelve months of one platform, summed by tier and by creator. */
export const question = { from: '2025-01-01', to: '2025-12-31', platform: 'Instagram' } as const

export const measures = [
  'spendMinor',
  'impressions',
  'reach',
  'engagements',
  'clicks',
  'conversions',
  'revenueMinor',
  'posts',
] as const
export type Measure = (typeof measures)[number]

/** Exact sums; money in cents. `posts` counts posts by their day of publication. */
export type AnswerRow = { key: string } & Record<Measure, number>

/** Keys are `nano`, `micro`, `macro` and creators' handles; every side sorts them by code unit. */
export type ReportAnswer = { tiers: AnswerRow[]; creators: AnswerRow[] }

/** Control totals of an import, in rows and cents. */
export type ImportTotals = { resultRows: number; spendRows: number; revenueMinor: number; spendMinor: number }

export type ImportResult = {
  totals: ImportTotals
  /** Bytes that hold the rows afterwards: blocks here, the database file there. */
  storedBytes: number
}

export type ReportResult = {
  answer: ReportAnswer
  /** Milliseconds of each warm run. */
  runsMs: number[]
}

export function sortAnswer({ tiers, creators }: ReportAnswer): ReportAnswer {
  const byKey = (a: AnswerRow, b: AnswerRow) => (a.key < b.key ? -1 : 1)
  return { tiers: tiers.toSorted(byKey), creators: creators.toSorted(byKey) }
}

/** The first difference of two sides in words, or undefined where they are equal to the cent. */
export function compareAnswers(a: ReportAnswer, b: ReportAnswer): string | undefined {
  for (const part of ['tiers', 'creators'] as const) {
    if (a[part].length !== b[part].length) return `${part}: ${a[part].length} against ${b[part].length}`
    for (const [index, row] of a[part].entries()) {
      const other = b[part][index]
      const wrong = (['key', ...measures] as const).find((name) => row[name] !== other?.[name])
      if (wrong) return `${part} ${row.key} ${wrong}: ${row[wrong]} against ${other?.[wrong]}`
    }
  }
  return undefined
}
