import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import type { UploadId, WorkspaceId } from '../../contract/ids.ts'
import type { Upload, UploadState } from '../../contract/upload.ts'
import type { Books, Queue } from '../../store/ports.ts'
import { cancelUpload } from '../../usecases/cancel-upload.ts'
import { createUpload } from '../../usecases/create-upload.ts'
import { receivePart } from '../../usecases/receive-part.ts'
import { requestCheck } from '../../usecases/request-check.ts'
import { requestCommit } from '../../usecases/request-commit.ts'
import { showUpload } from '../../usecases/show-upload.ts'
import { cutParts } from '../cut-parts.ts'
import type { Log } from '../write-log.ts'
import { generateSample, type SampleFile } from './generate-sample.ts'
import type { SampleOptions } from './sample-options.ts'

export type LoadSampleDeps = {
  books: Books
  workspace: WorkspaceId
  queue: Queue
  now: () => string
  newId: () => UploadId
  log: Log
  signal: AbortSignal
}

const by = 'sample data'
const pollMs = 40
const inWork: readonly UploadState[] = ['checking', 'ready', 'committing']
const broken: readonly UploadState[] = ['receiving', 'rejected', 'failed']
const takenOut: readonly UploadState[] = ['reverted', 'reverting']

/**
 * Fills an empty workspace with made-up files, marked as such, by the same steps as anybody's upload. What a crash
 * interrupted goes on at the next start; once a customer's file is there, or sample data was taken out, it does nothing.
 */
export async function loadSample(
  deps: LoadSampleDeps,
  { begin, ...options }: Partial<SampleOptions> & { begin?: () => void } = {},
): Promise<'loaded' | 'not due' | 'interrupted'> {
  const { items: present } = await deps.books.uploads.list({ limit: 100 })
  if (present.some(({ sample, state }) => !sample || takenOut.includes(state))) return 'not due'
  const done = new Set(present.filter(({ state }) => state === 'committed').map(({ filename }) => filename))
  let due = false
  for (const file of generateSample(options)) {
    if (deps.signal.aborted) return 'interrupted'
    if (await wasTakenOut(deps)) return 'not due'
    if (done.has(file.filename)) continue
    if (!due) begin?.()
    due = true
    const earlier = present.filter(({ filename }) => filename === file.filename)
    for (const { id, state } of earlier) if (broken.includes(state)) await cancelUpload(deps, id)
    const begun = earlier.find(({ state }) => inWork.includes(state))
    await finishFile(deps, begun?.id ?? (await sendFile(deps, file)))
  }
  if (deps.signal.aborted) return 'interrupted'
  return due ? 'loaded' : 'not due'
}

/** Whoever removes the sample while it is loaded has not asked for the rest of it. */
async function wasTakenOut(deps: LoadSampleDeps): Promise<boolean> {
  const { items } = await deps.books.uploads.list({ limit: 100 })
  return items.some(({ sample, state }) => sample && takenOut.includes(state))
}

async function sendFile(deps: LoadSampleDeps, { kind, filename, csv }: SampleFile): Promise<UploadId> {
  const bytes = Buffer.from(csv)
  const { id } = await createUpload(deps, { kind, filename, bytes: bytes.length, by, sample: true })
  for (const { part, start, length } of cutParts(bytes.length)) {
    await receivePart(deps, { id, part, stored: gzipSync(bytes.subarray(start, start + length)) })
  }
  await requestCheck(deps, { id, options: {}, by })
  return id
}

async function finishFile(deps: LoadSampleDeps, id: UploadId): Promise<void> {
  let upload = await settled(deps, id)
  while (upload.state === 'ready' && upload.preview !== null && !deps.signal.aborted) {
    await requestCommit(deps, { id, preview: upload.preview, by, isAdmin: false })
    upload = await settled(deps, id)
  }
  if (upload.state === 'committed' || deps.signal.aborted) return
  throw new Error(`${upload.filename} is ${upload.state}, with ${upload.rows.problems} problems`)
}

/** The upload once the worker has done with it, or as it stands when we are told to stop. */
async function settled(deps: LoadSampleDeps, id: UploadId): Promise<Upload> {
  for (;;) {
    const upload = await showUpload(deps, id)
    const working = upload.state === 'checking' || upload.state === 'committing'
    if (!working || deps.signal.aborted) return upload
    await sleep(pollMs)
  }
}
