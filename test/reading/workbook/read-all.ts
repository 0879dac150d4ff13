import { openWorkbook } from '../../../functions/domain/reading/workbook/open-workbook.ts'
import { readSheet } from '../../../functions/domain/reading/workbook/read-sheet.ts'
import type { SheetFacts } from '../../../functions/domain/reading/workbook/sheet-facts.ts'
import type { SheetRecord, TypedCell } from '../../../functions/domain/reading/workbook/typed-cell.ts'
import { makeWorkbook } from './make-workbook.ts'

export async function readAll(bytes: Uint8Array, sheet = 0): Promise<{ records: SheetRecord[]; facts: SheetFacts }> {
  const rows = readSheet(await openWorkbook(bytes), sheet)
  const records: SheetRecord[] = []
  let next = await rows.next()
  for (; !next.done; next = await rows.next()) records.push(...next.value)
  return { records, facts: next.value }
}

/** One cell, read of a workbook that has no other: `<c t="b"><v>1</v></c>`. */
export async function readOne(
  cell: string,
  made: Parameters<typeof makeWorkbook>[0] = {},
): Promise<{ text: string | undefined; typed: TypedCell | undefined }> {
  const { records } = await readAll(makeWorkbook({ ...made, sheets: [{ rows: `<row>${cell}</row>` }] }))
  return { text: records[0]?.cells[0], typed: records[0]?.typed[0] }
}
