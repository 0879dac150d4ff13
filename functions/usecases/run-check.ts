import type { StagingId } from '../contract/ids.ts'
import type { Problem } from '../contract/problem.ts'
import type { Progress, Warning } from '../contract/upload.ts'
import { formatMonth } from '../domain/calendar.ts'
import type { BlockCollector } from '../domain/ingest/block-collector.ts'
import { ProblemLog } from '../domain/ingest/problems.ts'
import type { SnapshotRecord } from '../domain/ledger/snapshot.ts'
import type { UploadRecord } from '../domain/ledger/upload-record.ts'
import { totalWarnings } from '../domain/reading/total-warnings.ts'
import type { Books } from '../store/ports.ts'
import { writeDropped } from './dropped-lines.ts'
import { findFlagged } from './find-flagged.ts'
import { isRemembered } from './find-mapping.ts'
import { blockWriter, type ParsedUpload, parseUpload } from './parse-upload.ts'
import { readHead } from './read-head.ts'
import { readDirectory } from './read-rollups.ts'
import { type StagedUpload, stageUpload, withStaged } from './stage-upload.ts'
import { stagingId } from './staging-id.ts'
import { understandUpload } from './understand-upload.ts'
import { type StoredReading, writeReading } from './upload-reading.ts'

type Deps = { books: Books; now: () => string }

/** So that hundreds of patches, and lines left out, have room in one item. */
const patchedNameChars = 100
const progressEveryBytes = 2_000_000

/**
 * Checks a file: reads it, writes its blocks, compares it with the books and stages its commit. A file that is not
 * written as the templates are is understood first and read by a plan. Lines with problems reject the file, or, where
 * only valid rows are wanted, are left out and the rest is checked again.
 * @returns the record as it should stand: ready, or rejected
 */
export async function runCheck(
  deps: Deps,
  record: UploadRecord,
  purpose: 'check' | 'recheck' = 'check',
): Promise<UploadRecord> {
  const { head, snapshot } = await readHead(deps.books)
  let pass = 1
  // Each pass writes other rows: under one id, a worker that was taken for dead could write those of an earlier pass
  // over what has been committed meanwhile.
  const begin = async (): Promise<StagingId> => {
    const staging = stagingId(record.id, purpose, record.attempt, snapshot.number, pass++)
    await deps.books.stagings.note(record.id, staging, [])
    return staging
  }
  const check: Check = { nameKey: head.nameKey, snapshot, begin, show: progressWriter(deps, record) }
  const { reading, excludeFlagged = [] } = record.options
  // Only a file that is understood is warned of lines.
  const mayBeStrict = reading === undefined && excludeFlagged.length === 0
  if (mayBeStrict && !(await isRemembered(deps, record))) {
    const strict = await checkRows(deps, record, check, null)
    if (strict) return strict
  }
  const understood = await understandUpload(deps, record, snapshot.body.settings.reportingCurrency)
  const { stored, problems, figures, asks } = understood
  const options = figures === undefined ? record.options : { ...record.options, figures }
  if (stored?.plan) return (await checkRows(deps, { ...record, options }, check, stored)) as UploadRecord
  const found = new ProblemLog()
  for (const problem of problems) found.add(problem)
  return { ...(await rejectUnread(deps, record, await begin(), found, stored)), asks }
}

type Check = {
  nameKey: string
  snapshot: SnapshotRecord
  /** The staging of the next pass. */
  begin: () => Promise<StagingId>
  show: (progress: Partial<Progress>) => Promise<void>
}

/**
 * Reads the rows, by a plan or strictly, until those that are left have no problem.
 * @returns undefined where the file is not written as strict reading wants it
 */
async function checkRows(
  deps: Deps,
  record: UploadRecord,
  { nameKey, snapshot, begin, show }: Check,
  stored: StoredReading | null,
): Promise<UploadRecord | undefined> {
  /** Of all passes over the file. */
  const found = new ProblemLog()
  const plan = stored?.plan ?? null
  const onBytes = (bytes: number) => show({ bytes, rows: 0 })
  const flagged = plan
    ? await findFlagged(deps, { record, nameKey, plan, onBytes })
    : { lines: new Set<number>(), leftOut: [] }
  const all = (record.options.rowPolicy ?? 'all') === 'all'
  for (;;) {
    const staging = await begin()
    const parsed = await parseUpload(deps, {
      record,
      nameKey,
      plan,
      probe: stored === null,
      skip: new Set(found.lines),
      leftOut: flagged.lines,
      onBlock: blockWriter(deps.books, record, staging),
      onBytes: (bytes, rows) => show({ bytes, rows }),
    })
    const { parser, collector } = parsed
    if (stored === null && parser.problems.total > 0 && !parser.isWide) return undefined
    found.merge(parser.problems)
    const described = await describe(deps, record, parsed, found, snapshot.body.directory)
    const totals = totalWarnings(stored?.reading.totals ?? [], described.rows.excluded)
    const read = { ...described, leftOut: flagged.leftOut, warnings: [...totals, ...described.warnings] }
    if (parser.counts.valid === 0 && found.total === 0) found.add(noRowsLeft(parser.counts))
    if (parser.problems.fatal || (all && found.total > 0) || parser.counts.valid === 0)
      return reject(deps, read, staging, found, stored)

    const dropped = new Set([...found.lines, ...flagged.lines, ...parsed.continued])
    const checked = { staging, blocks: collector.blocks, dropped: dropped.size }
    const ready: UploadRecord = { ...read, checked }
    const staged = await stageUpload(deps, {
      record: ready,
      action: 'commit',
      base: snapshot,
      staging,
      own: collector.index,
      onProgress: show,
    })
    if (staged.problems.total === 0) return accept(deps, ready, staged, { found, dropped, stored })
    found.merge(staged.problems)
    if (!all) continue
    const valid = read.rows.valid - staged.problems.lines.size
    return reject(deps, { ...read, rows: { ...read.rows, valid } }, staging, found, stored)
  }
}

/** Nothing is wrong with any line, and there is none to load. */
function noRowsLeft({ read, excluded }: ParsedUpload['parser']['counts']): Problem {
  const lines = read === 1 ? 'its only line is' : `all of its ${read} lines are`
  return {
    line: 0,
    column: '',
    found: `${excluded} of ${read} lines excluded`,
    expected: 'at least one row to load',
    code: 'no-rows-left',
    message: `The file has no rows left to load: ${lines} excluded. Exclude fewer lines and check again, or cancel the upload.`,
  }
}

async function accept(
  deps: Deps,
  record: UploadRecord,
  staged: StagedUpload,
  { found, dropped, stored }: { found: ProblemLog; dropped: ReadonlySet<number>; stored: StoredReading | null },
): Promise<UploadRecord> {
  // Beside the upload's parts stand the lines that it was loaded without: the sweep must know to look there too.
  if (dropped.size > 0) await deps.books.stagings.note(record.id, staged.staging, [`UPLOAD#${record.id}`])
  await writeDropped(deps.books, record, dropped)
  const next = withStaged(record, staged, 'commit')
  const months = record.months.length
  const progress = { ...next.progress, months, monthsTotal: months }
  return { ...(await putProblems(deps, next, staged.staging, found, stored)), state: 'ready', progress }
}

async function reject(
  deps: Deps,
  record: UploadRecord,
  staging: StagedUpload['staging'],
  found: ProblemLog,
  stored: StoredReading | null,
): Promise<UploadRecord> {
  const next = await putProblems(deps, record, staging, found, stored)
  return { ...next, state: 'rejected', checked: null, staged: null, preview: null, previewAction: null, task: null }
}

/** Nothing was loaded of the file: it is none, or something has to be said about it first. */
function rejectUnread(
  deps: Deps,
  record: UploadRecord,
  staging: StagedUpload['staging'],
  found: ProblemLog,
  stored: StoredReading | null,
): Promise<UploadRecord> {
  const read = stored?.reading.tables[stored.reading.table]?.rows ?? 0
  const progress = { ...record.progress, bytes: record.progress.bytesTotal, rows: read, months: 0, monthsTotal: 0 }
  const rows = { read, valid: 0, excluded: 0, new: 0, recorded: 0, corrected: 0, problems: 0 }
  const blank = { ...record, columns: {}, totals: [], months: [], warnings: [], leftOut: [], rows, progress }
  return reject(deps, blank, staging, found, stored)
}

async function putProblems(
  deps: Deps,
  record: UploadRecord,
  staging: StagedUpload['staging'],
  found: ProblemLog,
  stored: StoredReading | null,
): Promise<UploadRecord> {
  if (stored) {
    await deps.books.stagings.note(record.id, staging, [`UPLOAD#${record.id}`])
    await writeReading(deps.books, record, staging, stored)
  }
  const sorted = found.listed.toSorted((a, b) => a.line - b.line)
  const { causes, beyond } = found.causes.list()
  await deps.books.problems.put(record.id, staging, sorted, causes)
  const { mapping = null, sheet = null } = stored?.reading ?? {}
  return {
    ...record,
    patches: record.patches.map((patch) => ({ ...patch, sheet: patch.sheet || (sheet ?? '') })),
    mapping: mapping && { id: mapping.id, name: mapping.name, version: mapping.version },
    mappingVersion: mapping?.version ?? 0,
    rows: { ...record.rows, problems: Math.max(found.lines.size, found.total > 0 ? 1 : 0) },
    problemsStaging: staging,
    problemsTotal: found.total,
    problemsBeyond: beyond,
  }
}

/** What the file itself says, whatever the books hold. */
async function describe(
  deps: Deps,
  record: UploadRecord,
  { parser, collector, names }: ParsedUpload,
  found: ProblemLog,
  directory: Parameters<typeof readDirectory>[1],
): Promise<UploadRecord> {
  const { read, valid, excluded } = parser.counts
  return {
    ...record,
    asks: 0,
    columns: parser.columns,
    patches: record.patches.map((patch) => ({
      ...patch,
      column: (parser.headers[patch.cell - 1] ?? '').slice(0, patchedNameChars),
    })),
    rows: { read, valid, excluded, new: 0, recorded: 0, corrected: 0, problems: found.lines.size },
    totals: collector.totals(),
    months: [...collector.months].sort((a, b) => a - b).map(formatMonth),
    // Whatever an attempt that died has shown.
    progress: { ...record.progress, bytes: record.progress.bytesTotal, rows: read, months: 0, monthsTotal: 0 },
    warnings: [...parser.warnings(), ...(await stubWarnings(deps, record, collector, names, directory))],
  }
}

/** Names that the directory does not have yet are no mistake: a stub stands for them until it does. */
async function stubWarnings(
  deps: Deps,
  record: UploadRecord,
  collector: BlockCollector,
  names: ParsedUpload['names'],
  ref: Parameters<typeof readDirectory>[1],
): Promise<Warning[]> {
  if (collector.directoryRows.length > 0 || record.kind === 'fx') return []
  const directory = await readDirectory(deps.books.chunks, ref)
  const known = {
    creator: new Set([...directory.creators, ...directory.creatorAliases].map(([id]) => id)),
    campaign: new Set([...directory.campaigns, ...directory.campaignAliases].map(([id]) => id)),
  }
  return (['creator', 'campaign'] as const).flatMap((kind) => {
    const unknown = [...names.names.values()]
      .filter((name) => name.kind === kind && !known[kind].has(name.id))
      .map(({ text }) => text)
    if (unknown.length === 0) return []
    const named = unknown.toSorted().slice(0, 10).join(', ')
    const rest = unknown.length > 10 ? ` and ${unknown.length - 10} more` : ''
    const [subject, verb] = unknown.length === 1 ? [`One ${kind}`, 'is'] : [`${unknown.length} ${kind}s`, 'are']
    return [
      {
        code: `${kind}s-unknown`,
        message: `${subject} ${verb} not in the directory yet and ${verb} listed as new: ${named}${rest}.`,
        rows: unknown.length,
      },
    ]
  })
}

/** Shows progress now and then; fails when the task is no longer wanted, so that a cancelled check stops. */
function progressWriter(deps: Deps, record: UploadRecord): (progress: Partial<Progress>) => Promise<void> {
  let shown: Progress = { ...record.progress, bytes: 0, rows: 0, months: 0, monthsTotal: 0 }
  let last = 0
  return async (progress) => {
    shown = { ...shown, ...progress }
    const due = shown.bytes - last >= progressEveryBytes || progress.months !== undefined
    if (!due) return
    last = shown.bytes
    await deps.books.uploads.progress(record.id, record.attempt, shown)
  }
}
