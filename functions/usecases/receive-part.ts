import { createHash } from 'node:crypto'
import type { UploadId } from '../contract/ids.ts'
import { limits } from '../contract/limits.ts'
import { CodedError } from '../contract/problem.ts'
import type { PartReceipt } from '../contract/upload.ts'
import type { Books, PartMeta } from '../store/ports.ts'
import { findUpload } from './change-upload.ts'
import { unpackPart } from './unpack-part.ts'

type ReceivePartDeps = { books: Pick<Books, 'uploads' | 'parts'> }
type ReceivePartInput = { id: UploadId; part: number; stored: Uint8Array; digest?: { sha256: string } }

/**
 * Keeps one part as it was sent. A repeat of the same bytes is answered with the same receipt in whatever state the
 * upload is; other bytes take the place of what was sent only while the upload is receiving.
 */
export async function receivePart(deps: ReceivePartDeps, input: ReceivePartInput): Promise<PartReceipt> {
  requireBounds(input)
  const sha256 = createHash('sha256').update(input.stored).digest('hex')
  if (input.digest && input.digest.sha256 !== sha256) {
    throw new CodedError(
      'part-digest-mismatch',
      `Part ${input.part} arrived with SHA-256 ${sha256}, announced was ${input.digest.sha256}. Send it again.`,
    )
  }
  const record = await findUpload(deps, input.id)
  if (record.state !== 'receiving') return answerRepeat(deps, input, sha256)
  const content = unpackPart(input.stored)
  const meta: PartMeta = { part: input.part, bytes: content.length, storedBytes: input.stored.length, sha256 }
  try {
    await deps.books.parts.put(input.id, meta, input.stored)
  } catch (error) {
    // The check began while this part was on its way.
    if (error instanceof CodedError && error.code === 'upload-state') return answerRepeat(deps, input, sha256)
    throw error
  }
  return receipt(meta)
}

function requireBounds({ part, stored }: ReceivePartInput): void {
  if (!Number.isInteger(part) || part < 1 || part > limits.partsMax) {
    throw new CodedError('invalid-request', `Parts are numbered from 1 to ${limits.partsMax}; found ${part}.`)
  }
  if (stored.length > limits.partStoredBytesMax) {
    throw new CodedError(
      'part-too-large',
      `A packed part has at most ${limits.partStoredBytesMax} bytes; found ${stored.length}.`,
    )
  }
}

async function answerRepeat(deps: ReceivePartDeps, input: ReceivePartInput, sha256: string): Promise<PartReceipt> {
  const kept = (await deps.books.parts.list(input.id)).find((meta) => meta.part === input.part)
  if (kept?.sha256 === sha256) return receipt(kept)
  const { state } = await findUpload(deps, input.id)
  throw new CodedError('upload-state', `The upload is ${state}: its parts cannot change any more. Start a new upload.`)
}

function receipt({ part, bytes, sha256 }: PartMeta): PartReceipt {
  return { part, bytes, sha256 }
}
