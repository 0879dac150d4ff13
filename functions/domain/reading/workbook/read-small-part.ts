import { tooMuch } from './refuse-workbook.ts'
import { unpackEntry } from './unpack-entry.ts'
import { workbookLimits } from './workbook-limits.ts'
import { readXml, type XmlHandlers } from './xml-reader.ts'
import { findEntry, type ZipFile } from './zip-file.ts'

/** Reads a part that describes the workbook. @returns whether the workbook has it */
export async function readSmallPart(zip: ZipFile, part: string, handlers: Partial<XmlHandlers>): Promise<boolean> {
  const entry = findEntry(zip, part)
  if (!entry) return false
  if (entry.unpackedBytes > workbookLimits.smallPartBytesMax) {
    throw tooMuch(`its part ${entry.name} has more than ${workbookLimits.smallPartBytesMax / 1_048_576} MB`)
  }
  await readXml(entry.name, unpackEntry(zip, entry), { open() {}, text() {}, close() {}, ...handlers })
  return true
}
