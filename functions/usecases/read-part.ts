import type { UploadId } from '../contract/ids.ts'
import { CodedError } from '../contract/problem.ts'
import type { Books } from '../store/ports.ts'
import { findUpload } from './change-upload.ts'

/** The very bytes that were sent, and whether they can still change. */
export async function readPart(
  deps: { books: Pick<Books, 'uploads' | 'parts'> },
  input: { id: UploadId; part: number },
): Promise<{ stored: Uint8Array; final: boolean }> {
  const record = await findUpload(deps, input.id)
  const stored = await deps.books.parts.get(input.id, input.part)
  if (!stored) throw new CodedError('not-found', `Upload ${input.id} has no part ${input.part}.`)
  return { stored, final: record.state !== 'receiving' }
}
