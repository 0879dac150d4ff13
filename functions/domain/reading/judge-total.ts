import type { TableRow } from './table-row.ts'
import type { TableShape } from './table-shape.ts'
import { type LabelStrength, totalLabel } from './total-label.ts'

/** What speaks for a row being a total, but for its sums. */
export type TotalSigns = {
  label: string
  strength: LabelStrength | 'none'
  /** The share of the cells that name a row in its neighbours and that are filled here too; null without such cells. */
  named: number | null
  names: number
  /** How many cells are filled that are the same in all its neighbours: a total may have a currency, but not two such. */
  constants: number
  /** It leaves out something that three rows of five have. */
  sparse: boolean
}

/** undefined where nothing speaks for it. */
export function totalSigns(row: TableRow, shape: TableShape): TotalSigns | undefined {
  let at = -1
  let strength: LabelStrength | undefined
  let numbers = 0
  let texts = 0
  for (let column = 0; column < row.kinds.length; column++) {
    if (row.kinds[column] === 'number') numbers++
    if (row.kinds[column] !== 'text') continue
    texts++
    if (strength === 'sure') continue
    const found = totalLabel(row.cells[column] as string)
    if (!found || (found === 'part' && strength)) continue
    strength = found
    at = column
  }
  // A sum may have its currency, and more metrics than the rows, but it has no name.
  if (!strength && (numbers === 0 || texts > 1)) return undefined
  const isFilled = (column: number): boolean => (row.kinds[column] ?? 'empty') !== 'empty'
  const sparse = shape.someUsual((column) => column !== at && !isFilled(column))
  // Most rows of most files end here: nothing is listed for them.
  if (!strength && !sparse) return undefined
  const names = shape.nameColumns().filter((column) => column !== at)
  const filled = names.filter(isFilled).length
  const signs: TotalSigns = {
    label: at < 0 ? '' : (row.cells[at] as string).trim(),
    strength: strength ?? 'none',
    named: names.length === 0 ? null : filled / names.length,
    names: names.length,
    constants: shape.constantColumns().filter((column) => column !== at && isFilled(column)).length,
    sparse,
  }
  // A sum of a report has the dates of the report, if any, but no name.
  const named = names.some((column) => row.kinds[column] === 'text') || (names.length > 0 && filled === names.length)
  return !strength && named ? undefined : signs
}

/** How many amounts that are not zero a sum must have before its agreeing with a row is no chance. */
export function contributionsMin({ strength, named }: TotalSigns): number {
  // Of numbers alone, 1 and 2 and 3 would do.
  if (strength === 'none' && named === null) return 3
  return strength === 'none' || strength === 'part' || (named ?? 0) >= 0.5 ? 2 : 1
}

/**
 * Whether it is a total; undefined where that depends on whether rows follow. A supplier, creator or campaign called
 * TOTAL has a row like any other: it is filled as its neighbours are, and its amount is not the sum of theirs.
 */
export function judgeTotal(
  { strength, named, names, constants, sparse }: TotalSigns,
  agrees: boolean,
): boolean | undefined {
  if (agrees) return true
  if (strength === 'none') return false
  // Nobody is called “Grand total”: such a row needs every name to be a row.
  if (strength === 'sure') return !(named === 1 && names > 1)
  if (named !== null && named >= 0.5) return false
  if (strength === 'part') return names >= 2 && named === 0
  if (named !== null) return true
  if (!sparse && constants > 1) return false
  return sparse ? true : undefined
}
