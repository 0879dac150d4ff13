import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import type { BooksEdit, Settings } from '../../functions/contract/books-change.ts'
import { type ChangeId, type OwnerId, type UploadId, WorkspaceId } from '../../functions/contract/ids.ts'
import { CodedError } from '../../functions/contract/problem.ts'
import type { ChangeRecord } from '../../functions/domain/ledger/change-record.ts'
import { closedMonths } from '../../functions/domain/ledger/closings.ts'
import type { UploadRecord } from '../../functions/domain/ledger/upload-record.ts'
import type { Books } from '../../functions/store/ports.ts'
import { cancelUpload } from '../../functions/usecases/cancel-upload.ts'
import { createUpload } from '../../functions/usecases/create-upload.ts'
import { createWorkspace } from '../../functions/usecases/create-workspace.ts'
import { receivePart } from '../../functions/usecases/receive-part.ts'
import { cancelChange, commitChange, requestChange } from '../../functions/usecases/request-change.ts'
import { requestCheck } from '../../functions/usecases/request-check.ts'
import { requestCommit } from '../../functions/usecases/request-commit.ts'
import { requestPreview } from '../../functions/usecases/request-preview.ts'
import { requestRevert } from '../../functions/usecases/request-revert.ts'
import { runTask } from '../../functions/usecases/run-task.ts'
import { anInstant, changeId, someSettings, uploadId } from './builders.ts'
import { toCsv } from './history-csv.ts'
import { basicRates, type HistoryFile, historyFile } from './history-rows.ts'
import { type Again, again, takeUp } from './history-series.ts'

export const nameKey = 'a key of the tests'

type Sending = {
  do: 'send' | 'land'
  file: HistoryFile
  from: Again | null
  replaces: number | null
  cut: number
  how: Agreeing
}
/** Whether somebody else than who prepared it agrees, and with a reason. */
export type Agreeing = { other: boolean; reason: boolean }
type Asking =
  | { do: 'commit'; pick: number; twice: boolean; how: Agreeing }
  | { do: 'revert'; pick: number; seen: boolean; twice: boolean; how: Agreeing }
  | { do: 'stage'; pick: number; action: 'commit' | 'revert' }
  | { do: 'recheck' | 'cancel'; pick: number }
type Changing = { do: 'undo' | 'redo'; pick: number; how: Agreeing }
type Editing = { do: 'edit'; edit: BooksEdit; atOnce: boolean; how: Agreeing }
type Settling = { do: 'agree' | 'drop'; pick: number; how: Agreeing }
type Working = { do: 'work'; picks: number[] }

/** Somebody's step; numbers pick among what can take it at that moment. */
export type Step = Sending | Asking | Changing | Editing | Settling | Working

const pick = fc.nat(30)
const someWork = fc.record({ do: fc.constant('work' as const), picks: fc.array(pick, { minLength: 1, maxLength: 3 }) })
const how: fc.Arbitrary<Agreeing> = fc.record({
  other: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  reason: fc.oneof({ weight: 2, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
})
const months = fc.subarray(['2026-01', '2026-02', '2026-03', '2026-04'], { minLength: 1, maxLength: 2 })
const someEdit: fc.Arbitrary<BooksEdit> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('close' as const), months }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('reopen' as const), months }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('currency' as const), currency: fc.constantFrom('USD', 'EUR', 'JPY') }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('settings' as const),
      bands: fc.constantFrom({ microFrom: 1000, microTo: 100_000 }, { microFrom: 400, microTo: 5000 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('settings' as const), fourEyes: fc.boolean() }),
  },
)
const sending = <T extends 'send' | 'land'>(what: T) =>
  fc.record({
    do: fc.constant(what),
    file: historyFile,
    from: again,
    replaces: fc.option(pick, { freq: 3, nil: null }),
    cut: fc.nat(200),
    how,
  })
const step = (editing: number): fc.Arbitrary<Step> =>
  fc.oneof(
    { weight: 10, arbitrary: sending('land') },
    { weight: 4, arbitrary: sending('send') },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const), pick, how }) },
    {
      weight: 6 * editing,
      arbitrary: fc.record({ do: fc.constant('edit' as const), edit: someEdit, atOnce: fc.boolean(), how }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constantFrom('agree' as const, 'agree' as const, 'drop' as const), pick, how }),
    },
    { weight: 5, arbitrary: someWork },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('commit' as const), pick, twice: fc.boolean(), how }) },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('revert' as const), pick, seen: fc.boolean(), twice: fc.boolean(), how }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('stage' as const),
        pick,
        action: fc.constantFrom('commit' as const, 'revert' as const),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('recheck' as const), pick }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel' as const), pick }) },
  )

/** What several people do to one workspace, in one order; workers take tasks when they come to it. `editing`: how often they close months and change settings. */
export const steps = (maxLength = 36, editing = 1): fc.Arbitrary<Step[]> =>
  fc.array(step(editing), { minLength: 6, maxLength, size: 'max' })

export type History = {
  books: Books
  files: Map<UploadId, HistoryFile>
  /** How many changes of the books were asked for. */
  edits: number
  queue: OwnerId[]
  /** Messages of tasks that ended in a way nobody can act on. */
  failures: unknown[]
  /** Called when somebody agrees to a preview, before the commit is asked for. */
  onConsent?: (id: OwnerId, preview: string) => Promise<void>
}

/** What a person may be told without anything being wrong. */
const refusals = [
  'upload-state',
  'preview-outdated',
  'preview-missing',
  'upload-has-problems',
  'replaced-not-committed',
  'month-closed',
  'reason-missing',
  'forbidden',
  'four-eyes',
  'change-state',
  'nothing-to-change',
]

export const workspace = WorkspaceId.parse('laws')
export const now = (): string => anInstant

export async function openHistory(books: Books, settings: Partial<Settings> = {}): Promise<History> {
  await createWorkspace({ books, now, newKey: () => nameKey }, { ...someSettings, ...settings })
  return { books, files: new Map(), edits: 0, queue: [], failures: [] }
}

/** The same people on other books: their files are known, nothing waits. */
export function continueOn(history: History, books: Books): History {
  const { edits, failures } = history
  return { books, files: new Map(history.files), edits, queue: [...history.queue], failures }
}

const request = (history: History) => ({
  books: history.books,
  workspace,
  now,
  queue: { send: async (_: WorkspaceId, id: OwnerId) => void history.queue.push(id) },
})

export const by = 'finance@example.com'
export const why = 'because'

/** Everybody is an admin here: what only admins may do is held by tests of its own. */
const consent = ({ other, reason }: Agreeing) => ({
  by: other ? 'admin@example.com' : by,
  isAdmin: true,
  ...(reason ? { reason: why } : {}),
})
const plainly: Agreeing = { other: true, reason: false }

export async function sendFile(
  history: History,
  file: HistoryFile,
  { replaces, cut = 0 }: { replaces?: UploadId; cut?: number } = {},
): Promise<UploadId> {
  const bytes = toCsv(file)
  const deps = { books: history.books, now, newId: () => uploadId(history.files.size + 1) }
  const { id } = await createUpload(deps, {
    kind: file.kind,
    filename: `${file.kind}.csv`,
    bytes: bytes.length,
    by,
    ...(replaces === undefined ? {} : { replaces }),
  })
  history.files.set(id, file)
  const size = cut === 0 ? bytes.length : Math.max(1, Math.ceil(bytes.length / (1 + (cut % 5))) + cut)
  for (let part = 1; (part - 1) * size < bytes.length; part++) {
    const stored = gzipSync(bytes.subarray((part - 1) * size, part * size))
    const sha256 = createHash('sha256').update(stored).digest('hex')
    await receivePart({ books: history.books }, { id, part, stored, digest: { sha256 } })
  }
  await requestCheck(request(history), { id, options: file.options, by })
  return id
}

/** One task by one worker. */
export async function work(history: History, id: OwnerId, books = history.books): Promise<void> {
  const log = (entry: { level: string; [field: string]: unknown }) => {
    if (entry.level === 'error') history.failures.push(entry.error)
  }
  try {
    await runTask({ books, now, log }, workspace, id)
  } catch (error) {
    // Another worker took it; the queue would hand it out again.
    if (!(error instanceof CodedError) || error.code !== 'conflict') throw error
    history.queue.push(id)
  }
}

export async function drain(history: History): Promise<void> {
  for (let id = history.queue.shift(); id; id = history.queue.shift()) await work(history, id)
}

/** Sends, checks and commits. */
export async function commitFile(history: History, file: HistoryFile, replaces?: UploadId): Promise<UploadRecord> {
  const id = await sendFile(history, file, replaces === undefined ? {} : { replaces })
  await drain(history)
  const { preview } = await recordOf(history, id)
  if (preview !== null) await requestCommit(request(history), { id, preview, ...consent(plainly) })
  await drain(history)
  return recordOf(history, id)
}

export async function recordOf(history: History, id: UploadId): Promise<UploadRecord> {
  const record = await history.books.uploads.get(id)
  if (!record) throw new Error(`there is no upload ${id}`)
  return record
}

export const askCommit = (history: History, id: UploadId, preview: string, how = plainly) =>
  requestCommit(request(history), { id, preview, ...consent(how) })
export const askRevert = (history: History, id: UploadId, preview?: string, how = plainly) =>
  requestRevert(request(history), { id, ...consent(how), ...(preview === undefined ? {} : { preview }) })
export async function askEdit(history: History, edit: BooksEdit): Promise<ChangeId> {
  const id = changeId(++history.edits)
  await requestChange({ ...request(history), now, newId: () => id }, { edit, by })
  return id
}
export const askAgree = (history: History, id: ChangeId, preview: string, how = plainly) =>
  commitChange(request(history), { id, preview, ...consent(how) })
export const askPreview = (history: History, id: UploadId, action: 'commit' | 'revert') =>
  requestPreview(request(history), { id, action, by })
export const askCheck = (history: History, id: UploadId, options: HistoryFile['options']) =>
  requestCheck(request(history), { id, options, by })

/** Rates first, then each step in turn, then what is still asked for. */
export async function play(history: History, course: readonly Step[], { drained = true } = {}): Promise<void> {
  await commitFile(history, { ...emptyFile('fx'), rates: [...basicRates] })
  for (const one of course) {
    try {
      await take(history, one)
    } catch (error) {
      if (!(error instanceof CodedError && refusals.includes(error.code))) throw error
    }
  }
  if (drained) await drain(history)
}

export const emptyFile = (kind: HistoryFile['kind']): HistoryFile => ({
  kind,
  options: {},
  results: [],
  spends: [],
  creators: [],
  campaigns: [],
  aliases: [],
  rates: [],
  spoilt: [],
})

async function take(history: History, one: Step): Promise<void> {
  if (one.do === 'work') return workAtOnce(history, one.picks)
  const records = (await history.books.uploads.list({ limit: 200 })).items.filter((record) => !isBasic(record))
  const choose = (among: (record: UploadRecord) => boolean, at: number): UploadRecord | undefined => {
    const fitting = records.filter(among)
    return fitting[at % Math.max(1, fitting.length)] ?? records[at % Math.max(1, records.length)]
  }
  if (isSending(one)) return send(history, one, records)
  if (one.do === 'edit') return edit(history, one)
  if (isSettling(one)) return settle(history, one)
  if (isChanging(one)) {
    const state = one.do === 'undo' ? 'committed' : 'reverted'
    const record = choose((r) => r.state === state && r.replacedBy === null, one.pick)
    return record && (one.do === 'undo' ? undo(history, record.id, one.how) : redo(history, record.id, one.how))
  }
  const wanted: Record<Asking['do'], (record: UploadRecord) => boolean> = {
    commit: wouldCommit,
    revert: (r) => r.state === 'committed',
    stage: (r) => r.state === (one.do === 'stage' && one.action === 'revert' ? 'committed' : 'reverted'),
    recheck: (r) => r.state === 'rejected' || r.state === 'ready',
    cancel: (r) => r.state === 'ready' || r.state === 'checking',
  }
  const record = choose(wanted[one.do], one.pick)
  if (!record) return
  await ask(history, one, record)
}

const isBasic = (record: UploadRecord): boolean => record.id === uploadId(1)

const isChanging = (one: Step): one is Changing => one.do === 'undo' || one.do === 'redo'
const isSettling = (one: Step): one is Settling => one.do === 'agree' || one.do === 'drop'
const isSending = (one: Step): one is Sending => one.do === 'send' || one.do === 'land'

async function send(history: History, one: Sending, records: readonly UploadRecord[]): Promise<void> {
  const file = takeUp(one.file, [...history.files.values()].slice(1), one.from)
  const same = records.filter(({ state, kind }) => state === 'committed' && kind === file.kind)
  const old = one.replaces === null ? undefined : same[one.replaces % Math.max(1, same.length)]
  const id = await sendFile(history, file, { cut: one.cut, ...(old ? { replaces: old.id } : {}) })
  if (one.do === 'send') return
  await work(history, id)
  const { preview } = await recordOf(history, id)
  if (preview === null) return
  await history.onConsent?.(id, preview)
  await askCommit(history, id, preview, one.how)
  await work(history, id)
}

async function undo(history: History, id: UploadId, how: Agreeing): Promise<void> {
  await askPreview(history, id, 'revert')
  await work(history, id)
  const { preview, previewAction } = await recordOf(history, id)
  if (preview === null || previewAction !== 'revert') return
  await askRevert(history, id, preview, how)
  await work(history, id)
}

async function redo(history: History, id: UploadId, how: Agreeing): Promise<void> {
  await askPreview(history, id, 'commit')
  await work(history, id)
  const { preview } = await recordOf(history, id)
  if (preview === null) return
  await history.onConsent?.(id, preview)
  await askCommit(history, id, preview, how)
  await work(history, id)
}

async function edit(history: History, { edit, atOnce, how }: Editing): Promise<void> {
  const id = await askEdit(history, edit.kind === 'reopen' ? await reopening(history, edit.months) : edit)
  if (!atOnce) return
  await work(history, id)
  await agree(history, id, how)
  await work(history, id)
}

/** Of months that are closed, where any are: nobody opens what is open. */
async function reopening(history: History, months: string[]): Promise<BooksEdit> {
  const head = await history.books.ledger.head()
  const { body } = (await history.books.ledger.snapshot(head?.snapshot ?? 0)) ?? { body: { closings: [] } }
  const closed = closedMonths(body.closings)
  return { kind: 'reopen', months: closed.length === 0 ? months : closed.slice(0, months.length) }
}

async function agree(history: History, id: ChangeId, how: Agreeing): Promise<void> {
  const change = await changeOf(history, id)
  if (change.preview === null) return
  await history.onConsent?.(id, change.preview)
  await askAgree(history, id, change.preview, how)
}

async function settle(history: History, { do: what, pick: at, how }: Settling): Promise<void> {
  const { items } = await history.books.changes.list({ limit: 200 })
  const open = items.filter(({ state }) => state === 'ready' || state === 'staging')
  const change = open[at % Math.max(1, open.length)]
  if (!change) return
  if (what === 'drop') await cancelChange(request(history), change.id)
  else await agree(history, change.id, how)
}

export async function changeOf(history: History, id: ChangeId): Promise<ChangeRecord> {
  const record = await history.books.changes.get(id)
  if (!record) throw new Error(`there is no change ${id}`)
  return record
}

const wouldCommit = (record: UploadRecord): boolean =>
  record.preview !== null && (record.state === 'ready' || record.state === 'reverted')

async function ask(history: History, one: Asking, record: UploadRecord): Promise<void> {
  const { id, preview } = record
  switch (one.do) {
    case 'commit':
      if (preview !== null && wouldCommit(record)) await history.onConsent?.(id, preview)
      await askCommit(history, id, preview ?? 'none', one.how)
      if (one.twice) await askCommit(history, id, preview ?? 'none', one.how)
      break
    case 'revert': {
      const seen = one.seen && record.previewAction === 'revert' && preview ? preview : undefined
      await askRevert(history, id, seen, one.how)
      if (one.twice) await askRevert(history, id, seen, one.how)
      break
    }
    case 'stage':
      await askPreview(history, id, one.action)
      break
    case 'recheck':
      await askCheck(history, id, { ...record.options, rowPolicy: 'valid', moves: 'move', twins: 'differ' })
      break
    case 'cancel':
      await cancelUpload({ books: history.books }, id)
  }
}

/** Several workers at the same moment, perhaps with the same task. */
async function workAtOnce(history: History, picks: readonly number[]): Promise<void> {
  const { queue } = history
  if (queue.length === 0) return
  const ids = picks.map((at) => queue[at % queue.length] as OwnerId)
  for (const id of new Set(ids)) queue.splice(queue.indexOf(id), 1)
  await Promise.all(ids.map((id) => work(history, id)))
}
