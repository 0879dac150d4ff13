import type { UploadId } from '../contract/ids.ts'
import { CodedError } from '../contract/problem.ts'
import type { RowStatus, RowValues, UploadRow, UploadRowList } from '../contract/upload-rows.ts'
import { formatDay, monthOf, noDay, parseMonth } from '../domain/calendar.ts'
import { formatNameId } from '../domain/ingest/name-hasher.ts'
import type { Block } from '../domain/ledger/block.ts'
import { lineClass } from '../domain/ledger/classify-rows.ts'
import { contentOfSpend, type RowContent } from '../domain/ledger/replaced-row.ts'
import { contentOfResult } from '../domain/ledger/result-content.ts'
import { readSpend } from '../domain/ledger/spend-rows.ts'
import type { UploadRecord } from '../domain/ledger/upload-record.ts'
import type { Books } from '../store/ports.ts'
import { findUpload } from './change-upload.ts'
import { readDropped } from './dropped-lines.ts'
import { readBlocks } from './read-blocks.ts'
import { readLines, type StagedLines } from './staged-lines.ts'

type Deps = { books: Pick<Books, 'uploads' | 'chunks' | 'names'> }
type Input = { id: UploadId; status: RowStatus; limit: number; cursor?: string }
type Found = { line: number; content: RowContent }

/**
 * The rows of a checked upload that are new, recorded, corrections or left out, in the order of months and lines.
 * Throws `upload-state` where it was not checked, or its preview was swept.
 */
export async function listUploadRows(deps: Deps, input: Input): Promise<UploadRowList> {
  const record = await findUpload(deps, input.id)
  if (input.status === 'excluded') return listExcluded(deps, record, input)
  const lines =
    record.linesStaging && (await readLines(deps.books, { upload: record.id, staging: record.linesStaging }))
  if (!lines || !record.checked) throw notChecked(record)
  const wanted = lineClass[input.status]
  const total = lines.classes.reduce((sum, of) => sum + (of === wanted ? 1 : 0), 0)
  if (record.checked.blocks.DIRECTORY !== undefined) return listLines(linesOf(lines, wanted), input, total)
  return listRows(deps, { record, checked: record.checked, lines, wanted, total }, input)
}

const notChecked = ({ id, state }: UploadRecord): CodedError =>
  new CodedError(
    'upload-state',
    `Upload ${id} is ${state}: its lines are listed once it is checked, until its preview expires.`,
  )

function linesOf({ classes }: StagedLines, wanted: number): number[] {
  const lines: number[] = []
  classes.forEach((of, line) => {
    if (of === wanted) lines.push(line)
  })
  return lines
}

async function listExcluded(deps: Deps, record: UploadRecord, input: Input): Promise<UploadRowList> {
  const dropped = await readDropped(deps.books as Books, record)
  const lines = [...new Set([...(record.options.exclude ?? []), ...dropped])].sort((a, b) => a - b)
  return listLines(lines, input, lines.length)
}

/** Lines without their rows. */
function listLines(lines: readonly number[], { status, limit, cursor }: Input, total: number): UploadRowList {
  const [, from] = parseCursor(cursor)
  const page = lines.slice(from, from + limit)
  const next = from + limit < lines.length ? `0.${from + limit}` : null
  return { rows: page.map((line) => ({ line, status, row: null, was: [] })), total, next }
}

const parseCursor = (cursor = '0.0'): [number, number] => cursor.split('.').map(Number) as [number, number]

type Checked = NonNullable<UploadRecord['checked']>
type Listing = { record: UploadRecord; checked: Checked; lines: StagedLines; wanted: number; total: number }

/** Month by month, so that never more than one is held; a cursor is the month and how many of its rows were told. */
async function listRows(deps: Deps, listing: Listing, { status, limit, cursor }: Input): Promise<UploadRowList> {
  const { record, checked, lines, wanted, total } = listing
  const places = Object.keys(checked.blocks).sort()
  const page: Found[] = []
  let [at, from] = parseCursor(cursor)
  let next: string | null = null
  for (; at < places.length && next === null; at++, from = 0) {
    const place = places[at] as string
    const blocks = await readBlocks(deps.books.chunks, { id: record.id, ...checked }, place)
    const found = rowsOf(blocks, place).filter(({ line }) => lines.classes[line] === wanted)
    const taken = found.slice(from, from + limit - page.length)
    page.push(...taken)
    if (from + taken.length < found.length) next = `${at}.${from + taken.length}`
    else if (page.length === limit && at + 1 < places.length) next = `${at + 1}.0`
  }
  const rows = page.map(({ line, content }) => ({ line, content, was: lines.was.get(line) ?? [] }))
  const names = await namesOf(
    deps,
    rows.flatMap(({ content, was }) => [content, ...was]),
  )
  const told: UploadRow[] = rows.map(({ line, content, was }) => ({
    line,
    status,
    row: valuesOf(content, names),
    // A performance line has two rows: what its cost was goes with its cost.
    was: was.filter((old) => (old.amount === null) === (content.amount === null)).map((old) => valuesOf(old, names)),
  }))
  return { rows: told, total, next }
}

/** The rows of one month by line; a row that is spread over months is told in its first. */
function rowsOf(blocks: readonly Block[], place: string): Found[] {
  const month = parseMonth(place.slice('MONTH#'.length))
  const found: Found[] = []
  for (const block of blocks) {
    for (let i = 0; i < block.spends.count; i++) {
      const row = readSpend(block, i)
      if (row.periodDays === 0 || monthOf(row.periodStart) === month)
        found.push({ line: row.line, content: contentOfSpend(row) })
    }
    for (let i = 0; i < block.results.count; i++) {
      const content = contentOfResult(block, i)
      if (content) found.push({ line: block.results.line[i] as number, content })
    }
  }
  return found.sort((a, b) => a.line - b.line)
}

async function namesOf(deps: Deps, contents: readonly RowContent[]): Promise<Map<string, string>> {
  const ids = new Set(contents.flatMap(({ creator, campaign }) => [creator, campaign]).filter((id) => id !== 0))
  const entries = await deps.books.names.get([...ids].map(formatNameId))
  return new Map([...entries].map(([id, { text }]) => [id, text]))
}

function valuesOf(content: RowContent, names: ReadonlyMap<string, string>): RowValues {
  const nameOf = (id: number): string | null => (id === 0 ? null : (names.get(formatNameId(id)) ?? null))
  const said = (text: string): string | null => (text === '' ? null : text)
  return {
    date: content.day === null || content.day === noDay ? null : formatDay(content.day),
    campaign: nameOf(content.campaign),
    creator: nameOf(content.creator),
    platform: said(content.platform),
    post: said(content.post),
    lineId: said(content.lineId),
    category: said(content.category),
    reference: said(content.reference),
    status: said(content.status),
    amountMinor: content.amount,
    currency: said(content.currency),
    measures: content.measures,
  }
}
