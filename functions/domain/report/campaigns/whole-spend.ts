import type { ReportQuery } from '../../../contract/report.ts'
import { getOrAdd } from '../../get-or-add.ts'
import type { BooksView } from '../books-view.ts'
import { spendColumns, spendOf } from '../sums.ts'

type Basis = ReportQuery['spendBasis']

const kept = new WeakMap<BooksView, Map<Basis, Float64Array>>()

/** What each campaign (by position in the view) cost over all its time, overhead among it; minor units. */
export function wholeSpend(view: BooksView, basis: Basis): Float64Array {
  return getOrAdd(
    getOrAdd(kept, view, () => new Map()),
    basis,
    () => addUp(view, basis),
  )
}

function addUp({ months, campaigns }: BooksView, basis: Basis): Float64Array {
  const columns = spendColumns(basis)
  const spend = new Float64Array(campaigns.length)
  for (const { campaign, rollup } of months) {
    const { count, sums } = rollup.cells
    for (let cell = 0; cell < count; cell++) {
      const at = campaign[cell] as number
      spend[at] = (spend[at] as number) + spendOf(sums, cell, columns)
    }
  }
  return spend
}
