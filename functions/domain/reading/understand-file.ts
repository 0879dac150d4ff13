import { limits } from '../../contract/limits.ts'
import { CellPatches, type SheetMend } from '../ingest/cell-patches.ts'
import { type FileFacts, FileProfiler } from './columns/file-facts.ts'
import { TableFinder } from './find-table.ts'
import { patchRecord } from './patch-record.ts'
import type { SourcePlan } from './reading-plan.ts'
import { type Refusal, Unreadable } from './refusal.ts'
import type { SourceRecord, TablePlan } from './table-plan.ts'
import { TextLook } from './text-look.ts'
import type { TextPlan } from './text-plan.ts'
import { type TypedRecord, typedRecords } from './typed-records.ts'
import { collectWorkbook } from './workbook/collect-workbook.ts'
import { openWorkbook } from './workbook/open-workbook.ts'
import { proposeSheet } from './workbook/propose-sheet.ts'
import { readSheet } from './workbook/read-sheet.ts'
import type { SheetFacts } from './workbook/sheet-facts.ts'
import { type SheetSurvey, surveySheets } from './workbook/survey-sheets.ts'

/** What one look at a whole file shows, before anybody says what its columns mean. Small, whatever the file's size. */
export type Understood = {
  source: SourcePlan
  tables: TablePlan
  /** Of the first tables, by their number. */
  facts: FileFacts[]
  /** The texts above the first table. */
  titles: string[]
  sheets: SheetSurvey[]
  /** Of the sheet that was read. */
  sheetFacts: SheetFacts | null
  /** Other sheets hold tables too. */
  askSheet: boolean
  note: string | null
}

export type FileLook = { kind: 'understood'; understood: Understood } | { kind: 'refused'; refusal: Refusal }

type ReadBytes = () => AsyncIterable<Uint8Array>

const tablesProfiledMax = 20
const titleRowsMax = 60

/**
 * Looks at a file once, or twice where its last bytes disprove its encoding.
 * @param sheet the sheet to read, by its name; without one the likeliest
 * @param mends cells that are read as if something else stood in them
 */
export async function understandFile(
  readBytes: ReadBytes,
  { sheet, mends = [] }: { sheet?: string | undefined; mends?: readonly SheetMend[] } = {},
): Promise<FileLook> {
  try {
    const first = await lookAtText(readBytes, new CellPatches(mends))
    if (first.kind === 'workbook')
      return { kind: 'understood', understood: await lookAtWorkbook(readBytes, mends, sheet) }
    return first
  } catch (error) {
    if (error instanceof Unreadable) return { kind: 'refused', refusal: error.refusal }
    throw error
  }
}

async function lookAtText(
  readBytes: ReadBytes,
  patches: CellPatches,
  known?: TextPlan,
): Promise<FileLook | { kind: 'workbook' }> {
  const look = new TextLook(known)
  const tables = new TableLook(patches)
  for await (const bytes of readBytes()) tables.push(look.push(bytes))
  const { records, seen } = look.finish()
  if (seen.kind !== 'text') return seen
  if (seen.again) return lookAtText(readBytes, patches, seen.plan)
  tables.push(records)
  const source = { kind: 'text', text: seen.plan } as const
  const note = seen.note ?? null
  const none = { sheets: [], sheetFacts: null, askSheet: false }
  return { kind: 'understood', understood: { source, ...tables.finish(), ...none, note } }
}

async function lookAtWorkbook(
  readBytes: ReadBytes,
  mends: readonly SheetMend[],
  wanted: string | undefined,
): Promise<Understood> {
  const workbook = await openWorkbook(await collectWorkbook(readBytes()))
  const sheets = await surveySheets(workbook)
  const proposal = proposeSheet(sheets)
  const named = sheets.find(({ name }) => name === wanted)
  const index = named?.index ?? proposal.index ?? 0
  const name = workbook.sheets[index]?.name ?? ''
  const tables = new TableLook(new CellPatches(mends, name))
  const typed = typedRecords()
  const rows = readSheet(workbook, index)
  let next = await rows.next()
  for (; !next.done; next = await rows.next()) tables.push(typed(next.value))
  return {
    source: { kind: 'workbook', sheet: name },
    ...tables.finish(),
    sheets,
    sheetFacts: next.value,
    askSheet: named === undefined && proposal.ask,
    note: null,
  }
}

/** Finds the tables among records, and profiles the columns of the first of them. */
class TableLook {
  readonly #finder = new TableFinder()
  readonly #profilers: FileProfiler[] = []
  /** The first records: titles stand among them. */
  readonly #first: SourceRecord[] = []
  readonly #patches: CellPatches

  constructor(patches: CellPatches) {
    this.#patches = patches
  }

  push(records: readonly TypedRecord[]): void {
    for (const found of records) {
      const record = patchRecord(found, this.#patches)
      if (this.#first.length < titleRowsMax) this.#first.push(record)
      for (const row of this.#finder.push(record)) this.#profile(row.table, row.record)
    }
  }

  finish(): Pick<Understood, 'tables' | 'facts' | 'titles'> {
    const { rows, plan } = this.#finder.finish()
    for (const row of rows) this.#profile(row.table, row.record)
    for (let table = 0; table < Math.min(plan.tables.length, tablesProfiledMax); table++) this.#profilerOf(table)
    const start = plan.tables[0]?.headerLine ?? plan.tables[0]?.firstLine ?? 0
    const titles = this.#first
      .filter(({ line }) => line < start)
      .flatMap(({ cells }) => cells.filter((cell) => cell !== ''))
    return { tables: plan, facts: this.#profilers.map((profiler) => profiler.facts()), titles }
  }

  #profile(table: number, record: TypedRecord): void {
    this.#profilerOf(table)?.push(record)
  }

  #profilerOf(table: number): FileProfiler | undefined {
    if (table >= tablesProfiledMax) return undefined
    this.#profilers[table] ??= new FileProfiler(bounded(this.#finder.headersOf(table)))
    return this.#profilers[table]
  }
}

function bounded(headers: readonly string[]): readonly string[] {
  if (headers.length <= limits.columnsMax) return headers
  throw new Unreadable({
    code: 'too-many-columns',
    found: String(headers.length),
    expected: `at most ${limits.columnsMax} columns`,
    message: `The header has ${headers.length} columns. Is it a table?`,
  })
}
