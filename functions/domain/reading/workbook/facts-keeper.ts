import { columnName } from './cell-place.ts'
import type { Places, SheetFacts } from './sheet-facts.ts'
import type { SheetRecord, TypedCell } from './typed-cell.ts'
import { workbookLimits } from './workbook-limits.ts'

/** Counts what is said of a sheet and its cells, and keeps the first places. */
export class FactsKeeper {
  readonly facts: SheetFacts = {
    whole: false,
    dimension: null,
    rows: 0,
    cells: 0,
    lastLine: 0,
    columns: 0,
    hiddenRows: { count: 0, first: [] },
    hiddenColumns: [],
    merges: { count: 0, listed: [] },
    formulas: 0,
    errors: noPlaces(),
    faults: {
      'formula-without-value': noPlaces(),
      'no-such-date': noPlaces(),
      'not-a-number': noPlaces(),
      'no-such-text': noPlaces(),
    },
    digitsLost: noPlaces(),
    currencies: {},
  }

  addCell(typed: TypedCell, column: number, line: number): void {
    const { facts } = this
    if (typed.kind === 'empty') return
    facts.cells++
    if (typed.formula) facts.formulas++
    if (typed.kind === 'error') add(facts.errors, column, line)
    else if (typed.kind === 'fault') add(facts.faults[typed.fault], column, line)
    else if (typed.kind === 'number') this.#addNumber(typed, column, line)
  }

  addRow({ line, cells, hidden }: SheetRecord): void {
    const { facts } = this
    facts.rows++
    facts.lastLine = line
    facts.columns = Math.max(facts.columns, cells.length)
    if (!hidden) return
    facts.hiddenRows.count++
    if (facts.hiddenRows.first.length < workbookLimits.placesListed) facts.hiddenRows.first.push(line)
  }

  addHiddenColumns(first: number, last: number): void {
    const { hiddenColumns } = this.facts
    if (!Number.isInteger(first) || !Number.isInteger(last) || first < 1 || last < first) return
    if (hiddenColumns.length === workbookLimits.placesListed) return
    const [from, to] = [columnName(first - 1), columnName(last - 1)]
    hiddenColumns.push(from === to ? from : `${from}:${to}`)
  }

  addMerge(ref: string): void {
    const { merges } = this.facts
    merges.count++
    if (merges.listed.length < workbookLimits.mergesListed) merges.listed.push(ref)
  }

  #addNumber(typed: TypedCell & { kind: 'number' }, column: number, line: number): void {
    const { facts } = this
    if (typed.digitsLost) add(facts.digitsLost, column, line)
    const likeliest = typed.currencies?.[0]
    if (likeliest !== undefined) facts.currencies[likeliest] = (facts.currencies[likeliest] ?? 0) + 1
  }
}

const noPlaces = (): Places => ({ count: 0, first: [] })

function add(places: Places, column: number, line: number): void {
  places.count++
  if (places.first.length < workbookLimits.placesListed) places.first.push(columnName(column) + line)
}
