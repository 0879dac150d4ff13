import type { SourcePlan } from './reading-plan.ts'
import { Unreadable } from './refusal.ts'
import { TextRecords } from './text-records.ts'
import { type TypedRecord, typedRecords } from './typed-records.ts'
import { collectWorkbook } from './workbook/collect-workbook.ts'
import { openWorkbook } from './workbook/open-workbook.ts'
import { readSheet } from './workbook/read-sheet.ts'

/**
 * The records of a file, some at a time, by what is known of it.
 * @throws Error where the bytes are others than those that the plan was made of
 */
export async function* readByPlan(
  source: SourcePlan,
  parts: AsyncIterable<Uint8Array>,
): AsyncGenerator<readonly TypedRecord[]> {
  try {
    if (source.kind === 'text') {
      const reader = new TextRecords(source.text)
      for await (const bytes of parts) yield reader.push(bytes)
      yield reader.finish()
      return
    }
    const workbook = await openWorkbook(await collectWorkbook(parts))
    const sheet = workbook.sheets.findIndex(({ name }) => name === source.sheet)
    const typed = typedRecords()
    for await (const rows of readSheet(workbook, sheet)) yield typed(rows)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    throw new Error(`a file that was understood cannot be read any more: ${error.message}`, { cause: error })
  }
}
