import { cellSumIndex } from '../../ledger/cell-sums.ts'
import type { BooksView, ViewMonth } from '../books-view.ts'
import type { CellPart } from '../sums.ts'

/**
 * Gross profit of single cells, in unrounded minor units: as given, and margin x revenue where it was not. Weights of a
 * ranking only; what is shown is rounded once a campaign (`grossProfit`). Without a margin nothing is added: such a creator has no ROI.
 */
export class CellProfit {
  readonly #margins: Float64Array

  constructor(view: BooksView) {
    this.#margins = Float64Array.from(view.campaigns, ({ facts }) => Number(facts?.margin ?? 0))
  }

  of(month: ViewMonth, { sums }: CellPart, cell: number, at: number): number {
    const without = sums[cellSumIndex.revenueWithoutProfit]?.[at] ?? 0
    return (sums[cellSumIndex.grossProfit]?.[at] ?? 0) + without * (this.#margins[month.campaign[cell] as number] ?? 0)
  }
}
