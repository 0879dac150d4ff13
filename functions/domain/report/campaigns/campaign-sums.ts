import type { Estimate, ReportQuery, SpendStatuses } from '../../../contract/report.ts'
import { getOrAdd } from '../../get-or-add.ts'
import { cellSumIndex } from '../../ledger/cell-sums.ts'
import { scoreScale } from '../../ledger/measures.ts'
import { sharesOf } from '../../stats/shares.ts'
import { type BooksView, tierNames } from '../books-view.ts'
import { exact, unavailable } from '../metrics.ts'
import { type ScopedDays, type SelectedCells, scanCells } from '../scan-cells.ts'
import { intervalOf } from '../tier-intervals.ts'

const scoreNames = ['brandFit', 'contentScore'] as const
type ScoreName = (typeof scoreNames)[number]
const countNames = { brandFit: 'brandFits', contentScore: 'contentScores' } as const

/** No score is higher, thus no mean of them. */
const scoreMax = 100

/** Scores of one creator. */
type Scores = Record<ScoreName, { total: number; count: number }>

/** What the rows of one campaign say beside what every list adds up. */
export type CampaignSums = Readonly<{
  statuses: SpendStatuses
  addedMinor: number
  /** By position of the creator in the view. */
  scores: ReadonlyMap<number, Scores>
}>

/** By position of the campaign in the view. A tier filter leaves out creators, not overhead. */
export function collectCampaignSums(
  view: BooksView,
  { scope, days }: ScopedDays,
  { tier }: Pick<ReportQuery, 'tier'>,
): ReadonlyMap<number, CampaignSums> {
  const wanted = tierNames.map((name) => tier.length === 0 || tier.includes(name))
  const found = new Map<number, Writable>()
  scanCells(view, scope, days, (cells) => {
    for (let i = 0; i < cells.count; i++) {
      const cell = cells.cell[i] as number
      const [creator, campaign] = [cells.month.creator[cell] as number, cells.month.campaign[cell] as number]
      if (campaign === 0 || (creator !== 0 && !wanted[cells.month.tier[cell] as number])) continue
      addCell(
        getOrAdd(found, campaign, () => newSums()),
        cells,
        cells.at[i] as number,
        creator,
      )
    }
  })
  return found
}

type Writable = { statuses: Record<keyof SpendStatuses, number>; addedMinor: number; scores: Map<number, Scores> }

const statusColumns = [
  ['unstatedMinor', cellSumIndex.spendUnstated],
  ['committedMinor', cellSumIndex.spendCommitted],
  ['invoicedMinor', cellSumIndex.spendInvoiced],
  ['paidMinor', cellSumIndex.spendPaid],
] as const

const newSums = (): Writable => ({
  statuses: { unstatedMinor: 0, committedMinor: 0, invoicedMinor: 0, paidMinor: 0 },
  addedMinor: 0,
  scores: new Map(),
})

export const noSums: CampaignSums = newSums() as CampaignSums

function addCell(into: Writable, { part, added }: SelectedCells, at: number, creator: number): void {
  const of = (sum: number): number => (part.sums[sum] as Float64Array)[at] as number
  for (const [name, column] of statusColumns) into.statuses[name] += of(column)
  // The full cost stands among the spend without a status.
  const extra = added?.[at] ?? 0
  into.statuses.unstatedMinor -= extra
  into.addedMinor += extra
  if (creator === 0) return
  for (const name of scoreNames) {
    const count = of(cellSumIndex[countNames[name]])
    if (count === 0) continue
    const score = getOrAdd(into.scores, creator, newScores)[name]
    score.total += of(cellSumIndex[name])
    score.count += count
  }
}

const newScores = (): Scores => ({ brandFit: { total: 0, count: 0 }, contentScore: { total: 0, count: 0 } })

/** The mean of a score with its interval over the creators that have one. */
export function meanScore(sums: CampaignSums, name: ScoreName, idOf: (creator: number) => number): Estimate {
  const scored = [...sums.scores].filter(([, scores]) => scores[name].count > 0).sort(([a], [b]) => idOf(a) - idOf(b))
  const totals = sharesOf(Float64Array.from(scored, ([, scores]) => scores[name].total))
  const counts = sharesOf(Float64Array.from(scored, ([, scores]) => scores[name].count))
  if (counts.total === 0) return unavailable('no-data')
  const point = totals.total / counts.total / scoreScale
  const mean = intervalOf(exact(point), point, totals, counts, scored.length)
  return mean.kind === 'interval' ? { ...mean, high: Math.min(scoreMax, mean.high) } : mean
}

export function countScores({ scores }: CampaignSums, name: ScoreName): number {
  return [...scores.values()].reduce((count, of) => count + of[name].count, 0)
}
