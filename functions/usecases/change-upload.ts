import type { UploadId } from '../contract/ids.ts'
import { CodedError } from '../contract/problem.ts'
import type { UploadRecord } from '../domain/ledger/upload-record.ts'
import type { Books } from '../store/ports.ts'

const attemptsMax = 8

/**
 * Reads an upload, lets `decide` say what it becomes (`undefined`: it stays as it is) and writes that. Throws
 * `not-found`, what `decide` throws, or `conflict` if others kept writing first.
 */
export async function changeUpload(
  deps: { books: Pick<Books, 'uploads'> },
  id: UploadId,
  decide: (record: UploadRecord) => UploadRecord | undefined | Promise<UploadRecord | undefined>,
): Promise<{ record: UploadRecord; changed: boolean }> {
  for (let attempt = 1; ; attempt += 1) {
    const record = await findUpload(deps, id)
    const next = await decide(record)
    if (next === undefined) return { record, changed: false }
    try {
      return { record: await deps.books.uploads.update(next), changed: true }
    } catch (error) {
      // Somebody wrote in between: what was decided may no longer hold, so it is decided again on what stands now.
      const lost = error instanceof CodedError && error.code === 'conflict'
      if (!lost || attempt === attemptsMax) throw error
    }
  }
}

/** Throws `not-found`. */
export async function findUpload(deps: { books: Pick<Books, 'uploads'> }, id: UploadId): Promise<UploadRecord> {
  const record = await deps.books.uploads.get(id)
  if (!record) throw new CodedError('not-found', `There is no upload ${id} in this workspace.`)
  return record
}
