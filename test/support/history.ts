import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { type UploadId, WorkspaceId } from '../../functions/contract/ids.ts'
import { CodedError } from '../../functions/contract/problem.ts'
import type { UploadRecord } from '../../functions/domain/ledger/upload-record.ts'
import type { Books } from '../../functions/store/ports.ts'
import { cancelUpload } from '../../functions/usecases/cancel-upload.ts'
import { createUpload } from '../../functions/usecases/create-upload.ts'
import { createWorkspace } from '../../functions/usecases/create-workspace.ts'
import { receivePart } from '../../functions/usecases/receive-part.ts'
import { requestCheck } from '../../functions/usecases/request-check.ts'
import { requestCommit } from '../../functions/usecases/request-commit.ts'
import { requestPreview } from '../../functions/usecases/request-preview.ts'
import { requestRevert } from '../../functions/usecases/request-revert.ts'
import { runTask } from '../../functions/usecases/run-task.ts'
import { anInstant, someSettings, uploadId } from './builders.ts'
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
}
type Asking =
  | { do: 'commit'; pick: number; twice: boolean }
  | { do: 'revert'; pick: number; seen: boolean; twice: boolean }
  | { do: 'stage'; pick: number; action: 'commit' | 'revert' }
  | { do: 'recheck' | 'cancel'; pick: number }
type Changing = { do: 'undo' | 'redo'; pick: number }
type Working = { do: 'work'; picks: number[] }

/** Somebody's step; numbers pick among what can take it at that moment. */
export type Step = Sending | Asking | Changing | Working

const pick = fc.nat(30)
const someWork = fc.record({ do: fc.constant('work' as const), picks: fc.array(pick, { minLength: 1, maxLength: 3 }) })
const sending = <T extends 'send' | 'land'>(what: T) =>
  fc.record({
    do: fc.constant(what),
    file: historyFile,
    from: again,
    replaces: fc.option(pick, { freq: 3, nil: null }),
    cut: fc.nat(200),
  })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 10, arbitrary: sending('land') },
  { weight: 4, arbitrary: sending('send') },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const), pick }) },
  { weight: 5, arbitrary: someWork },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('commit' as const), pick, twice: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('revert' as const), pick, seen: fc.boolean(), twice: fc.boolean() }),
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

/** What several people do to one workspace, in one order; workers take tasks when they come to it. */
export const steps = (maxLength = 36): fc.Arbitrary<Step[]> => fc.array(step, { minLength: 6, maxLength, size: 'max' })

export type History = {
  books: Books
  files: Map<UploadId, HistoryFile>
  queue: UploadId[]
  /** Messages of tasks that ended in a way nobody can act on. */
  failures: unknown[]
  /** Called when somebody agrees to a preview, before the commit is asked for. */
  onConsent?: (id: UploadId, preview: string) => Promise<void>
}

/** What a person may be told without anything being wrong. */
const refusals = [
  'upload-state',
  'preview-outdated',
  'preview-missing',
  'upload-has-problems',
  'replaced-not-committed',
]

export const workspace = WorkspaceId.parse('laws')
export const now = (): string => anInstant

export async function openHistory(books: Books): Promise<History> {
  await createWorkspace({ books, now, newKey: () => nameKey }, someSettings)
  return { books, files: new Map(), queue: [], failures: [] }
}

/** The same people on other books: their files are known, nothing waits. */
export function continueOn(history: History, books: Books): History {
  return { books, files: new Map(history.files), queue: [...history.queue], failures: history.failures }
}

const request = (history: History) => ({
  books: history.books,
  workspace,
  queue: { send: async (_: WorkspaceId, id: UploadId) => void history.queue.push(id) },
})

export const by = 'finance@example.com'

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
export async function work(history: History, id: UploadId, books = history.books): Promise<void> {
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
  if (preview !== null) await requestCommit(request(history), { id, preview, by, isAdmin: false })
  await drain(history)
  return recordOf(history, id)
}

export async function recordOf(history: History, id: UploadId): Promise<UploadRecord> {
  const record = await history.books.uploads.get(id)
  if (!record) throw new Error(`there is no upload ${id}`)
  return record
}

export const askCommit = (history: History, id: UploadId, preview: string) =>
  requestCommit(request(history), { id, preview, by, isAdmin: false })
export const askRevert = (history: History, id: UploadId, preview?: string) =>
  requestRevert(request(history), { id, by, isAdmin: false, ...(preview === undefined ? {} : { preview }) })
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
  if (isChanging(one)) {
    const state = one.do === 'undo' ? 'committed' : 'reverted'
    const record = choose((r) => r.state === state && r.replacedBy === null, one.pick)
    return record && (one.do === 'undo' ? undo(history, record.id) : redo(history, record.id))
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
  await askCommit(history, id, preview)
  await work(history, id)
}

async function undo(history: History, id: UploadId): Promise<void> {
  await askRevert(history, id)
  await work(history, id)
}

async function redo(history: History, id: UploadId): Promise<void> {
  await askPreview(history, id, 'commit')
  await work(history, id)
  const { preview } = await recordOf(history, id)
  if (preview === null) return
  await history.onConsent?.(id, preview)
  await askCommit(history, id, preview)
  await work(history, id)
}

const wouldCommit = (record: UploadRecord): boolean =>
  record.preview !== null && (record.state === 'ready' || record.state === 'reverted')

async function ask(history: History, one: Asking, record: UploadRecord): Promise<void> {
  const { id, preview } = record
  switch (one.do) {
    case 'commit':
      if (preview !== null && wouldCommit(record)) await history.onConsent?.(id, preview)
      await askCommit(history, id, preview ?? 'none')
      if (one.twice) await askCommit(history, id, preview ?? 'none')
      break
    case 'revert': {
      const seen = one.seen && record.previewAction === 'revert' && preview ? preview : undefined
      await askRevert(history, id, seen)
      if (one.twice) await askRevert(history, id, seen)
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
  const ids = picks.map((at) => queue[at % queue.length] as UploadId)
  for (const id of new Set(ids)) queue.splice(queue.indexOf(id), 1)
  await Promise.all(ids.map((id) => work(history, id)))
}
