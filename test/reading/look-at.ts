import { TableFinder } from '../../functions/domain/reading/find-table.ts'
import type { TextRecord } from '../../functions/domain/reading/record-reader.ts'
import type { TablePlan } from '../../functions/domain/reading/table-plan.ts'
import { TableRows } from '../../functions/domain/reading/table-rows.ts'
import { type FileSeen, TextLook } from '../../functions/domain/reading/text-look.ts'
import { TextRecords } from '../../functions/domain/reading/text-records.ts'

type Seen = { seen: FileSeen; plan: TablePlan; records: TextRecord[]; rows: { line: number; cells: string[] }[] }

/** Cuts bytes into pieces of the given sizes, over and over. */
export function cut(bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  const pieces: Uint8Array[] = []
  for (let at = 0, n = 0; at < bytes.length; n++) {
    const size = sizes[n % sizes.length] as number
    pieces.push(bytes.subarray(at, at + size))
    at += size
  }
  return pieces
}

/** Both passes over a file: what is understood in the first, and by it the records and the rows of a table. */
export function lookAt(file: string | Uint8Array, sizes: readonly number[] = [65_536], table = 0): Seen {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file
  const pieces = cut(bytes, sizes)
  let look = new TextLook()
  let [first, plan] = firstPass(look, pieces)
  if (first.kind === 'text' && first.again) {
    look = new TextLook(first.plan)
    ;[first, plan] = firstPass(look, pieces)
  }
  if (first.kind !== 'text') return { seen: first, plan, records: [], rows: [] }
  const reader = new TextRecords(first.plan)
  const records = [...pieces.flatMap((piece) => reader.push(piece)), ...reader.finish()]
  const filter = new TableRows(plan, table)
  const rows = records.filter((record) => filter.has(record)).map(({ line, cells }) => ({ line, cells }))
  return { seen: first, plan, records, rows }
}

function firstPass(look: TextLook, pieces: readonly Uint8Array[]): [FileSeen, TablePlan] {
  const finder = new TableFinder()
  const early: number[] = []
  const take = (records: readonly TextRecord[]): void => {
    for (const record of records) early.push(...finder.push(record).map((row) => row.record.line))
  }
  for (const piece of pieces) take(look.push(piece))
  const { records, seen } = look.finish()
  take(records)
  return [seen, finder.finish().plan]
}

/** The code by which a file is refused, else the word for what it is. */
export function fateOf(file: string | Uint8Array, sizes?: readonly number[]): string {
  const { seen } = lookAt(file, sizes)
  if (seen.kind === 'refused') return seen.refusal.code
  return seen.kind === 'text' ? seen.plan.encoding : seen.kind
}

export const cellsOf = (file: string | Uint8Array): string[][] => lookAt(file).records.map(({ cells }) => cells)
