import type { UploadLines } from '../contract/cell-patch.ts'
import type { UploadId } from '../contract/ids.ts'
import { limits } from '../contract/limits.ts'
import { CodedError } from '../contract/problem.ts'
import { csvRecords } from '../domain/ingest/csv-records.ts'
import { tidyText } from '../domain/ingest/normalise.ts'
import type { UploadRecord } from '../domain/ledger/upload-record.ts'
import { readByPlan } from '../domain/reading/read-by-plan.ts'
import type { ReadingPlan } from '../domain/reading/reading-plan.ts'
import type { SourceRecord } from '../domain/reading/table-plan.ts'
import type { Books } from '../store/ports.ts'
import { findUpload } from './change-upload.ts'
import { readParts } from './read-parts.ts'
import { loadReading } from './upload-reading.ts'

type Input = { id: UploadId; lines: readonly number[] }
type Columns = UploadLines['columns']
type Records = AsyncIterable<readonly SourceRecord[]>

/**
 * Lines of a checked file, cell by cell, as they are: mended ones too. Lines that it does not have are left out. Throws
 * `upload-state` where the file was not checked, is none that is read, or something has to be said about it first.
 */
export async function showLines(deps: { books: Books }, { id, lines }: Input): Promise<UploadLines> {
  const record = await findUpload(deps, id)
  const stored = await loadReading(deps.books, record, record.problemsStaging)
  const isRead = stored ? stored.plan !== null : Object.keys(record.columns).length > 0
  if (record.problemsStaging === null || !isRead)
    throw new CodedError('upload-state', `Upload ${id} is ${record.state}: how it is to be read is not known yet.`)
  const parts = readParts(deps, record)
  if (stored?.plan) {
    const { table } = stored.plan
    return {
      columns: plannedColumns(stored.plan),
      lines: await pick(readByPlan(stored.plan.source, parts), lines, table),
    }
  }
  const columns: Columns[number][] = []
  const records = noting(csvRecords(record.kind, parts), (header) => columns.push(...strictColumns(record, header)))
  return { lines: await pick(records, lines), columns }
}

function plannedColumns({ table, fields }: ReadingPlan): Columns {
  const fieldOf = new Map(
    fields.flatMap(({ field, at, less }) => [[at, field] as const, ...(less ? [[less.at, field] as const] : [])]),
  )
  return table.headers.map((column, at) => ({ cell: at + 1, column, field: fieldOf.get(at) ?? null }))
}

function strictColumns({ columns }: UploadRecord, header: readonly string[]): Columns {
  const fieldOf = new Map(Object.entries(columns).map(([field, column]) => [column, field]))
  return header.map((cell, at) => {
    const column = tidyText(cell).slice(0, limits.textCharsMax)
    return { cell: at + 1, column, field: fieldOf.get(column) ?? null }
  })
}

/** Tells the first record that is not blank, and goes on. */
async function* noting(
  records: Records,
  tell: (header: readonly string[]) => void,
): Records & AsyncGenerator<readonly SourceRecord[]> {
  let told = false
  for await (const some of records) {
    const header = told ? undefined : some.find(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    if (header) {
      told = true
      tell(header.cells)
    }
    yield some
  }
}

/** Reads no further than the last line that is wanted, nor than the table. */
async function pick(
  records: Records,
  lines: readonly number[],
  table = { lastLine: Number.POSITIVE_INFINITY },
): Promise<UploadLines['lines']> {
  const wanted = new Set(lines)
  const last = Math.min(Math.max(...lines), table.lastLine)
  const found: UploadLines['lines'] = []
  let chars = 0
  for await (const some of records) {
    for (const { line, cells } of some) {
      if (!wanted.has(line)) continue
      const shown = cells.slice(0, limits.columnsMax).map((cell) => cell.slice(0, limits.patchCharsMax + 1))
      chars += shown.reduce((sum, cell) => sum + cell.length, 0)
      if (chars > limits.linesCharsMax)
        throw new CodedError(
          'invalid-request',
          `lines: up to line ${line} they hold more than ${limits.linesCharsMax} characters. Ask for fewer of them.`,
        )
      found.push({ line, cells: shown })
    }
    if ((some.at(-1)?.line ?? 0) >= last) break
  }
  return found
}
