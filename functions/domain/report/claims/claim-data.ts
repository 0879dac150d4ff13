import type { ReportQuery, TierName } from '../../../contract/report.ts'
import type { Quality } from '../../ledger/rollup.ts'
import { type BooksView, tierNames, type ViewMonth } from '../books-view.ts'
import { type CollectedCells, collectCells } from '../collect-cells.ts'
import { type ScopedDays, scanCells } from '../scan-cells.ts'
import { type ArmOf, armOfTier, type ComparedCells, compareCells } from '../strata-ladder.ts'

/** What all claims of a page are assessed from. */
export type ClaimData = {
  view: BooksView
  scoped: ScopedDays
  cells: CollectedCells
  /** Whether the query's filter by tier leaves a tier in, by position in `tierNames`. */
  shown: readonly boolean[]
  /** Bits of the measures that some row gave, by tier. */
  given: Int32Array
  /** Whether a cell is micro or macro, and left in. */
  armOf: ArmOf
  /** Cells of each month that the scope counts. */
  selected: ReadonlyMap<ViewMonth, Uint8Array>
  /** Of the view's months, in their order. */
  qualities: readonly Quality[]
  /** Micro against macro, by the strata that the page has chosen. */
  tiers: ComparedCells
}

type Query = Pick<ReportQuery, 'spendBasis' | 'overhead' | 'tier'>

export function collectClaimData(
  view: BooksView,
  scoped: ScopedDays,
  qualities: readonly Quality[],
  query: Query,
): ClaimData {
  const wanted: readonly TierName[] = query.tier.length === 0 ? tierNames : query.tier
  const shown = tierNames.map((name) => wanted.includes(name))
  const cells = collectCells(view, scoped, query)
  const armOf: ArmOf = (of, cell) => (shown[of.tier[cell] as number] === true ? armOfTier(of, cell) : undefined)
  return {
    view,
    scoped,
    cells,
    shown,
    given: givenByTier(cells),
    armOf,
    selected: selectCells(view, scoped),
    qualities,
    tiers: compareCells(view, cells, armOf),
  }
}

function givenByTier({ count, tier, given }: CollectedCells): Int32Array {
  const bits = new Int32Array(tierNames.length)
  for (let i = 0; i < count; i++) bits[tier[i] as number] = (bits[tier[i] as number] as number) | (given[i] as number)
  return bits
}

function selectCells(view: BooksView, { scope, days }: ScopedDays): ClaimData['selected'] {
  const selected = new Map(view.months.map((month) => [month, new Uint8Array(month.rollup.cells.count)]))
  scanCells(view, scope, days, ({ month, count, cell }) => {
    const own = selected.get(month) as Uint8Array
    for (let i = 0; i < count; i++) if (month.creator[cell[i] as number] !== 0) own[cell[i] as number] = 1
  })
  return selected
}
