import type { UploadId } from '../contract/ids.ts'
import { limits } from '../contract/limits.ts'
import { CodedError } from '../contract/problem.ts'
import type { NewUpload, Upload } from '../contract/upload.ts'
import { toUpload, type UploadRecord } from '../domain/ledger/upload-record.ts'
import type { Books } from '../store/ports.ts'

type CreateUploadDeps = { books: Pick<Books, 'uploads'>; now: () => string; newId: () => UploadId }
type NewUploadBy = NewUpload & { by: string; sample?: boolean; origin?: Upload['origin'] }

/** Announces a file: its parts may be sent from now on. Throws `upload-too-large`, `replaced-not-committed`. */
export async function createUpload(deps: CreateUploadDeps, input: NewUploadBy): Promise<Upload> {
  if (input.bytes > limits.uploadBytesMax) {
    throw new CodedError(
      'upload-too-large',
      `The file has ${input.bytes} bytes; at most ${limits.uploadBytesMax} are taken in one upload. Send it in several files.`,
    )
  }
  if (input.replaces) await requireReplaceable(deps, input.replaces, input)
  const record = receivingRecord(deps, input)
  await deps.books.uploads.create(record)
  return toUpload(record)
}

async function requireReplaceable(deps: CreateUploadDeps, replaces: UploadId, input: NewUpload): Promise<void> {
  const replaced = await deps.books.uploads.get(replaces)
  const refuse = (why: string) =>
    new CodedError('replaced-not-committed', `Upload ${replaces} cannot be replaced: ${why}.`)
  if (!replaced) throw refuse('there is no such upload')
  if (replaced.kind !== input.kind) throw refuse(`it is of kind ${replaced.kind}, the new file of kind ${input.kind}`)
  if (replaced.replacedBy) throw refuse(`upload ${replaced.replacedBy} has replaced it already`)
  if (replaced.state !== 'committed') throw refuse(`it is ${replaced.state}, only a committed upload can be replaced`)
}

function receivingRecord(deps: CreateUploadDeps, input: NewUploadBy): UploadRecord {
  return {
    format: 1,
    version: 0,
    attempt: 0,
    id: deps.newId(),
    kind: input.kind,
    filename: input.filename,
    state: 'receiving',
    progress: { bytes: 0, bytesTotal: input.bytes, rows: 0, months: 0, monthsTotal: 0 },
    rows: { read: 0, valid: 0, new: 0, recorded: 0, corrected: 0, excluded: 0, problems: 0 },
    totals: [],
    months: [],
    asks: 0,
    warnings: [],
    leftOut: [],
    mended: 0,
    patches: [],
    replaces: input.replaces ?? null,
    replacedBy: null,
    rowPolicy: 'all',
    mappingVersion: 0,
    mapping: null,
    preview: null,
    previewAction: null,
    snapshot: null,
    sample: input.sample ?? false,
    origin: input.origin ?? 'file',
    createdBy: input.by,
    createdAt: deps.now(),
    stagedBy: null,
    committedBy: null,
    committedAt: null,
    revertedBy: null,
    revertedAt: null,
    task: null,
    options: {},
    columns: {},
    checked: null,
    staged: null,
    problemsStaging: null,
    problemsTotal: 0,
    problemsBeyond: 0,
    linesStaging: null,
    partsDigest: null,
    place: null,
    agreed: null,
  }
}
