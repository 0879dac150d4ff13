import type { CellMend, CellPatch } from '../contract/cell-patch.ts'
import { Instant, type UploadId } from '../contract/ids.ts'
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
  deps: RequestDeps & { now: () => string },
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
    const { patches = [], ...options } = input.options
    const kept = keepPatches(record, patches, { by: input.by, at: Instant.parse(deps.now()) })
    const next = { ...checkingRecord(record, options), patches: kept, mended: kept.length }
    return { ...next, stagedBy: input.by, partsDigest: digestParts(parts) }
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

/** Who mended a cell first, and when, stays with it. */
function keepPatches(
  { patches }: UploadRecord,
  mends: readonly CellMend[],
  made: Pick<CellPatch, 'by' | 'at'>,
): CellPatch[] {
  const keyOf = (mend: CellMend): string => JSON.stringify([mend.line, mend.cell, mend.old, mend.new])
  const known = new Map(patches.map((patch) => [keyOf(patch), patch]))
  return mends
    .map((mend) => known.get(keyOf(mend)) ?? { ...mend, column: '', sheet: '', ...made })
    .sort((a, b) => a.line - b.line || a.cell - b.cell)
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
