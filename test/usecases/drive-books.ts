import { gzipSync } from 'node:zlib'
import type { BooksChange, BooksEdit, Settings } from '../../functions/contract/books-change.ts'
import { type OwnerId, UploadId, WorkspaceId } from '../../functions/contract/ids.ts'
import type { Problem } from '../../functions/contract/problem.ts'
import { type Report, ReportQuery } from '../../functions/contract/report.ts'
import type { CheckOptions, Upload, UploadKind } from '../../functions/contract/upload.ts'
import type { Books } from '../../functions/store/ports.ts'
import type { Consent } from '../../functions/usecases/agree-to-change.ts'
import { answerReport } from '../../functions/usecases/answer-report.ts'
import { createUpload } from '../../functions/usecases/create-upload.ts'
import { createWorkspace } from '../../functions/usecases/create-workspace.ts'
import { listProblems } from '../../functions/usecases/list-problems.ts'
import { receivePart } from '../../functions/usecases/receive-part.ts'
import { cancelChange, commitChange, requestChange, showChange } from '../../functions/usecases/request-change.ts'
import { requestCheck } from '../../functions/usecases/request-check.ts'
import { requestCommit } from '../../functions/usecases/request-commit.ts'
import { requestPreview } from '../../functions/usecases/request-preview.ts'
import { requestRevert } from '../../functions/usecases/request-revert.ts'
import { runTask } from '../../functions/usecases/run-task.ts'
import { showUpload } from '../../functions/usecases/show-upload.ts'
import { verifyBooks } from '../../functions/usecases/verify-books.ts'
import { someSettings } from '../support/builders.ts'
import { openTestBooks } from '../support/table.ts'

const by = 'finance@example.com'
const partBytes = 262_144

type FileInput = {
  kind?: UploadKind
  file: string | Uint8Array
  options?: CheckOptions
  replaces?: UploadId
}

export type Driver = Awaited<ReturnType<typeof driveBooks>>

/** Books in the real table, with a worker that does each task as soon as it is asked for. */
export async function driveBooks(settings: Partial<Settings> = {}) {
  const books: Books = await openTestBooks()
  const workspace = WorkspaceId.parse('main')
  const logged: unknown[] = []
  let ticks = 0
  const now = (): string => new Date(Date.UTC(2026, 5, 1) + 1000 * ticks++).toISOString()
  const newId = (): UploadId => UploadId.parse(`01${String(ticks++).padStart(24, '0')}`)
  const worker = { books, now, log: (entry: unknown) => void logged.push(entry) }
  const queue = { send: (_: WorkspaceId, id: OwnerId) => runTask(worker, workspace, id) }
  const deps = { books, queue, workspace, now }
  await createWorkspace({ books, now, newKey: () => 'key' }, { ...someSettings, ...settings })

  const show = (id: UploadId): Promise<Upload> => showUpload({ books }, id)
  const report = (query: Partial<ReportQuery> = {}): Promise<Report> =>
    answerReport({ books }, ReportQuery.parse(query))

  /** Announces a file and sends it in parts, without a check. */
  async function send({ kind = 'spend', file, replaces }: FileInput): Promise<UploadId> {
    const bytes = typeof file === 'string' ? Buffer.from(file) : file
    const { id } = await createUpload(
      { books, now, newId },
      { kind, filename: `${kind}.csv`, bytes: bytes.length, by, ...(replaces ? { replaces } : {}) },
    )
    for (let part = 0; part * partBytes < bytes.length; part++) {
      const slice = bytes.subarray(part * partBytes, (part + 1) * partBytes)
      await receivePart({ books }, { id, part: part + 1, stored: gzipSync(slice) })
    }
    return id
  }

  async function check(id: UploadId, options: CheckOptions = {}): Promise<Upload> {
    await requestCheck(deps, { id, options, by })
    return show(id)
  }

  /** Sends and checks a file. */
  async function upload(input: FileInput): Promise<Upload> {
    return check(await send(input), input.options)
  }

  async function commit({ id, preview }: Pick<Upload, 'id' | 'preview'>, consent?: Partial<Consent>): Promise<Upload> {
    await requestCommit(deps, { id, preview: preview ?? 'none', by, isAdmin: false, ...consent })
    return show(id)
  }

  async function revert({ id }: Pick<Upload, 'id'>, preview?: string, consent?: Partial<Consent>): Promise<Upload> {
    await requestRevert(deps, { id, by, isAdmin: false, ...consent, ...(preview === undefined ? {} : { preview }) })
    return show(id)
  }

  async function preview({ id }: Pick<Upload, 'id'>, action: 'commit' | 'revert'): Promise<Upload> {
    await requestPreview(deps, { id, action, by })
    return show(id)
  }

  /** Stages a change of the books. */
  async function change(edit: BooksEdit, who = by): Promise<BooksChange> {
    const { id } = await requestChange({ ...deps, now, newId }, { edit, by: who })
    return showChange(deps, id)
  }

  /** Commits a staged change, as an admin unless said otherwise. */
  async function agree(
    { id, preview: shown }: Pick<BooksChange, 'id' | 'preview'>,
    consent: Partial<Consent> = {},
  ): Promise<BooksChange> {
    await commitChange(deps, { id, preview: shown ?? 'none', by: 'admin@example.com', isAdmin: true, ...consent })
    return showChange(deps, id)
  }

  async function load(input: FileInput): Promise<Upload> {
    const checked = await upload(input)
    if (checked.state !== 'ready') {
      const found = JSON.stringify([await problems(checked), checked.warnings])
      throw new Error(`the ${checked.kind} file is ${checked.state}: ${found}`)
    }
    return commit(checked)
  }

  async function problems({ id }: Pick<Upload, 'id'>): Promise<Problem[]> {
    return (await listProblems({ books }, { id, limit: 1000 })).problems
  }

  /** What the books say in all, spend and revenue in minor units, by the newest snapshot. */
  async function totals(query: Partial<ReportQuery> = {}): Promise<{ spend: number; revenue: number }> {
    const { tiers, reconciliation, unattributed } = await report(query)
    return { spend: reconciliation.ledgerMinor, revenue: tiers.all.revenueMinor + unattributed.revenueMinor }
  }

  return {
    books,
    deps,
    logged,
    send,
    check,
    upload,
    commit,
    revert,
    preview,
    change,
    agree,
    cancel: (id: BooksChange['id']) => cancelChange(deps, id),
    work: (id: OwnerId) => runTask(worker, workspace, id),
    load,
    show,
    report,
    problems,
    totals,
    findings: async () => (await verifyBooks({ books })).findings,
  }
}
