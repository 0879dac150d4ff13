import { rangeOf } from './cell-place.ts'
import type { SheetFacts } from './sheet-facts.ts'

/** The merged cells that reach into the rows of a table; of each only the first cell has the value. */
export function touchingMerges(facts: SheetFacts, firstLine: number, lastLine: number): string[] {
  return facts.merges.listed.filter((ref) => {
    const range = rangeOf(ref)
    return range !== undefined && range.firstLine <= lastLine && range.lastLine >= firstLine
  })
}
