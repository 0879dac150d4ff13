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

type LoadSampleDeps = {
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
const begun: readonly UploadState[] = ['receiving', 'checking', 'ready', 'rejected', 'failed']
const takenOut: readonly UploadState[] = ['reverted', 'reverting']

/**
 * Fills an empty workspace with made-up files, marked as such, by the same steps as anybody's upload. What a crash
 * interrupted goes on at the next start; once a customer's file is there, or sample data was taken out, it does nothing.
 */
export async function loadSample(deps: LoadSampleDeps, options: Partial<SampleOptions> = {}): Promise<void> {
  const { items: present } = await deps.books.uploads.list({ limit: 100 })
  if (present.some(({ sample, state }) => !sample || takenOut.includes(state))) return
  const done = new Set(present.filter(({ state }) => state === 'committed').map(({ filename }) => filename))
  for (const file of generateSample(options)) {
    if (deps.signal.aborted) return
    if (done.has(file.filename)) continue
    for (const rest of present) {
      if (rest.filename === file.filename && begun.includes(rest.state)) await cancelUpload(deps, rest.id)
    }
    await loadFile(deps, file)
  }
}

async function loadFile(deps: LoadSampleDeps, { kind, filename, csv }: SampleFile): Promise<void> {
  const bytes = Buffer.from(csv)
  const { id } = await createUpload(deps, { kind, filename, bytes: bytes.length, by, sample: true })
  for (const { part, start, length } of cutParts(bytes.length)) {
    await receivePart(deps, { id, part, stored: gzipSync(bytes.subarray(start, start + length)) })
  }
  await requestCheck(deps, { id, options: {} })
  let upload = await settled(deps, id, ['checking'])
  while (upload.state === 'ready' && upload.preview !== null && !deps.signal.aborted) {
    await requestCommit(deps, { id, preview: upload.preview, by })
    upload = await settled(deps, id, ['committing'])
  }
  if (upload.state === 'committed' || deps.signal.aborted) return
  throw new Error(`${filename} is ${upload.state}, with ${upload.rows.problems} problems`)
}

/** The upload once it has left `states`, or as it stands when we are told to stop. */
async function settled(deps: LoadSampleDeps, id: UploadId, states: UploadState[]): Promise<Upload> {
  for (;;) {
    const upload = await showUpload(deps, id)
    if (!states.includes(upload.state) || deps.signal.aborted) return upload
    await sleep(pollMs)
  }
}
