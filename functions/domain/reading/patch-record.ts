import type { CellPatches } from '../ingest/cell-patches.ts'
import type { TypedRecord } from './typed-records.ts'

/** A record as it is to be read: what a workbook said of a cell does not hold for what was written in its place. */
export function patchRecord(record: TypedRecord, patches: CellPatches): TypedRecord {
  if (!patches.has(record.line)) return record
  const { cells, changed } = patches.apply(record)
  const isChanged = new Set(changed)
  const typed = record.typed?.map((type, at) => (isChanged.has(at) ? null : type))
  const faults = [...(record.faults ?? [])].filter(([at]) => !isChanged.has(at))
  return { line: record.line, cells, ...(typed && { typed }), ...(faults.length > 0 && { faults: new Map(faults) }) }
}
