import type { UploadId } from '../contract/ids.ts'
import type { Reading } from '../contract/reading.ts'
import type { Books } from '../store/ports.ts'
import { findUpload } from './change-upload.ts'
import { loadReading } from './upload-reading.ts'

/** How the last check of an upload understood its file; null where it was read strictly or not checked yet. */
export async function showReading(
  deps: { books: Pick<Books, 'uploads' | 'chunks'> },
  id: UploadId,
): Promise<Reading | null> {
  const record = await findUpload(deps, id)
  return (await loadReading(deps.books, record, record.problemsStaging))?.reading ?? null
}
