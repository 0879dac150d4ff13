import type { CellFormat } from './cell-format.ts'
import type { TypedCell } from './typed-cell.ts'

// Cells are many and differ in little, so that what is said of most of them is said by a few objects.

type NumberFormat = CellFormat & { shows: 'number' }

const numberTypes = new WeakMap<NumberFormat, TypedCell[]>()

export function numberType(format: NumberFormat, formula: boolean, digitsLost: boolean): TypedCell {
  const kept = numberTypes.get(format) ?? []
  const at = (formula ? 1 : 0) + (digitsLost ? 2 : 0)
  const { percent, currencies } = format
  const typed = kept[at] ?? { kind: 'number', formula, percent, currencies, digitsLost }
  kept[at] = typed
  numberTypes.set(format, kept)
  return typed
}

const plainTypes = {
  text: pair((formula) => ({ kind: 'text', formula })),
  time: pair((formula) => ({ kind: 'time', formula })),
  boolean: pair((formula) => ({ kind: 'boolean', formula })),
  error: pair((formula) => ({ kind: 'error', formula })),
  date: pair((formula) => ({ kind: 'date', formula, time: undefined })),
}

function pair(make: (formula: boolean) => TypedCell): readonly [TypedCell, TypedCell] {
  return [make(false), make(true)]
}

export const plainType = (kind: 'text' | 'time' | 'boolean' | 'error', formula: boolean): TypedCell =>
  plainTypes[kind][formula ? 1 : 0]

export const dateType = (formula: boolean, time: string | undefined): TypedCell =>
  time === undefined ? plainTypes.date[formula ? 1 : 0] : { kind: 'date', formula, time }
