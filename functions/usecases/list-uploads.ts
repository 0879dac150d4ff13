import type { UploadList } from '../contract/upload.ts'
import type { Books } from '../store/ports.ts'
import { describeUpload } from './show-upload.ts'

/** Newest first. */
export async function listUploads(
  deps: { books: Pick<Books, 'uploads' | 'parts'> },
  page: { limit: number; cursor?: string },
): Promise<UploadList> {
  const { items, next } = await deps.books.uploads.list(page)
  const uploads = await Promise.all(items.map((record) => describeUpload(deps, record)))
  return { uploads, next }
}
