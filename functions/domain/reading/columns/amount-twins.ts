import type { ColumnFacts } from './column-facts.ts'
import { currenciesOfHeader } from './currency-marks.ts'
import type { FileFacts } from './file-facts.ts'
import { coreOf, isConverted, isRatio } from './match-column.ts'
import { readParts } from './number-body.ts'
import { splitNumber } from './number-text.ts'

const rowsMin = 5
/** Rates move by a few percent over the days of one export. */
const ratioSpreadMax = 1.1

/** The columns that hold the same spend as an amount in another currency. */
export function findAmountTwins(file: FileFacts, amount: ColumnFacts): ColumnFacts[] {
  return file.columns.filter(
    (column) =>
      column.at !== amount.at &&
      column.number.numbers.cells > column.filled * 0.8 &&
      !isRatio(column.header) &&
      otherCurrency(column.header, amount.header) &&
      (coreOf(column.header) === coreOf(amount.header) || sameRatio(file, column, amount)),
  )
}

function otherCurrency(header: string, amount: string): boolean {
  const [one, two] = [currenciesOfHeader(header)[0], currenciesOfHeader(amount)[0]]
  return isConverted(header) !== isConverted(amount) || (one !== undefined && one !== two)
}

function sameRatio(file: FileFacts, one: ColumnFacts, two: ColumnFacts): boolean {
  const ratios: number[] = []
  for (const { cells } of file.sample) {
    const [first, second] = [roughly(cells[one.at], one), roughly(cells[two.at], two)]
    // Small amounts are rounded too much to tell a rate.
    if (first !== undefined && second !== undefined && Math.abs(second) >= 10) ratios.push(first / second)
  }
  if (ratios.length < rowsMin) return false
  const least = Math.min(...ratios)
  return least > 0 && Math.max(...ratios) / least <= ratioSpreadMax
}

/** Near enough for a ratio: never for an amount. */
function roughly(cell: string | undefined, { number }: ColumnFacts): number | undefined {
  const parts = cell === undefined ? undefined : splitNumber(cell)
  const digits = parts && readParts(parts, number.commaOnly.cells > number.pointOnly.cells ? ',' : '.')
  return digits && Number(digits.digits) / 10 ** digits.places
}
