import type { UploadId } from '../contract/ids.ts'
import { CodedError } from '../contract/problem.ts'
import type { CheckOptions, UploadState } from '../contract/upload.ts'
import type { UploadRecord } from '../domain/ledger/upload-record.ts'
import type { PartMeta } from '../store/ports.ts'
import { digestParts } from './digest-parts.ts'
import { queueTask, type RequestDeps, type Requested } from './queue-task.ts'

const checkable: readonly UploadState[] = ['receiving', 'ready', 'rejected', 'failed']
const namedMax = 20

/** Hands a received upload to the worker. Throws `part-missing`, `bytes-mismatch`, `upload-state`. */
export function requestCheck(
  deps: RequestDeps,
  input: { id: UploadId; options: CheckOptions; by: string },
): Promise<Requested> {
  return queueTask(deps, input.id, async (record) => {
    if (record.state === 'checking') return undefined
    if (!checkable.includes(record.state)) {
      throw new CodedError(
        'upload-state',
        `The upload is ${record.state}: it can be checked only before it is committed.`,
      )
    }
    const parts = await deps.books.parts.list(input.id)
    requireComplete(record, parts)
    return { ...checkingRecord(record, input.options), stagedBy: input.by, partsDigest: digestParts(parts) }
  })
}

function checkingRecord(record: UploadRecord, options: CheckOptions): UploadRecord {
  return {
    ...record,
    state: 'checking',
    attempt: record.attempt + 1,
    options,
    rowPolicy: options.rowPolicy ?? 'all',
    task: { kind: 'check' },
    progress: { ...record.progress, bytes: 0, rows: 0, months: 0, monthsTotal: 0 },
    staged: null,
    preview: null,
    previewAction: null,
  }
}

function requireComplete(record: UploadRecord, parts: PartMeta[]): void {
  const { bytesTotal } = record.progress
  const arrived = new Set(parts.map((meta) => meta.part))
  const last = Math.max(bytesTotal > 0 ? 1 : 0, ...arrived)
  const missing = Array.from({ length: last }, (_, index) => index + 1).filter((part) => !arrived.has(part))
  if (missing.length > 0) {
    const rest = missing.length > namedMax ? ` and ${missing.length - namedMax} more` : ''
    const named = missing.slice(0, namedMax).join(', ')
    throw new CodedError(
      'part-missing',
      `Missing: part ${named}${rest} of ${last}. Send what is missing, then check again.`,
    )
  }
  const bytes = parts.reduce((sum, meta) => sum + meta.bytes, 0)
  if (bytes !== bytesTotal) {
    throw new CodedError(
      'bytes-mismatch',
      `The file was announced with ${bytesTotal} bytes, but its ${parts.length} parts hold ${bytes}.`,
    )
  }
}
