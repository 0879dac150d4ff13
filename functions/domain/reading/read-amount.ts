import type { Rewritten } from './columns/rewritten.ts'
import { sideOfCell } from './columns/side-words.ts'
import type { PlannedField } from './reading-plan.ts'
import type { TypedRecord } from './typed-records.ts'

type Amount = { result: Rewritten; cell: string }

/**
 * The cell of a field; of an amount that stands in two columns, the one that says something.
 * @param read what a cell of the line says, by its column's plan
 */
export function readAmount(planned: PlannedField, record: TypedRecord, read: (at: number) => Rewritten): Amount {
  const { at, less, side } = planned
  const own = { result: read(at), cell: record.cells[at] ?? '' }
  if (side && sideOfCell(record.cells[side.at] ?? '') === side.negative) return negate(own)
  if (!less || 'fault' in own.result) return own
  const other = { result: read(less.at), cell: record.cells[less.at] ?? '' }
  if (!('fault' in other.result)) {
    if (isNothing(other.result.text)) return own.result.text === '' ? other : own
    if (!isNothing(own.result.text)) return { result: both(planned.header, less.header), cell: own.cell }
  }
  return other
}

const isNothing = (text: string): boolean => /^-?0*(?:\.0*)?$/.test(text)

function negate(amount: Amount): Amount {
  const { result } = amount
  if ('fault' in result || isNothing(result.text)) return amount
  const text = result.text.startsWith('-') ? result.text.slice(1) : `-${result.text}`
  return { ...amount, result: { ...result, text } }
}

const both = (debit: string, credit: string): Rewritten => ({
  fault: {
    code: 'debit-and-credit',
    expected: 'an amount in one of the two columns',
    message: `This line has an amount in “${debit}” and another in “${credit}”. Leave one of the two empty, or split the line.`,
  },
})
