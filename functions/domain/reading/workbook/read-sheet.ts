import { damaged } from './refuse-workbook.ts'
import type { SheetFacts } from './sheet-facts.ts'
import { SheetReader } from './sheet-reader.ts'
import type { SheetRecord } from './typed-cell.ts'
import { unpackEntry } from './unpack-entry.ts'
import type { Workbook } from './workbook.ts'
import { findEntry } from './zip-file.ts'

/**
 * The rows of a sheet that say something, some at a time; a jump in `line` stands for blank rows. No more than one piece
 * of the sheet is held. At the end it returns what was seen, also where it stopped after `unpackedBytesMax`.
 * @throws Unreadable
 */
export async function* readSheet(
  workbook: Workbook,
  index: number,
  unpackedBytesMax = Number.POSITIVE_INFINITY,
): AsyncGenerator<SheetRecord[], SheetFacts, undefined> {
  const sheet = workbook.sheets[index]
  if (!sheet) throw new RangeError(`there is no sheet ${index}`)
  const entry = findEntry(workbook.zip, sheet.path)
  if (!entry) throw damaged(`its sheet “${sheet.name}” is missing`)
  const reader = new SheetReader(workbook, sheet)
  let bytes = 0
  for await (const chunk of unpackEntry(workbook.zip, entry)) {
    const records = reader.push(chunk)
    if (records.length > 0) yield records
    bytes += chunk.length
    if (bytes >= unpackedBytesMax && bytes < entry.unpackedBytes) return reader.facts
  }
  const records = reader.finish()
  if (records.length > 0) yield records
  return reader.facts
}
