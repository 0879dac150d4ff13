import type { UploadId } from '../contract/ids.ts'
import type { Upload } from '../contract/upload.ts'
import { toUpload, type UploadRecord } from '../domain/ledger/upload-record.ts'
import type { Books } from '../store/ports.ts'
import { findUpload } from './change-upload.ts'

type ShowUploadDeps = { books: Pick<Books, 'uploads' | 'parts'> }

export async function showUpload(deps: ShowUploadDeps, id: UploadId): Promise<Upload> {
  return describeUpload(deps, await findUpload(deps, id))
}

/** While parts arrive, progress is what has arrived: counting it in the record would make every part write it. */
export async function describeUpload(deps: ShowUploadDeps, record: UploadRecord): Promise<Upload> {
  const upload = toUpload(record)
  if (record.state !== 'receiving') return upload
  const parts = await deps.books.parts.list(record.id)
  const bytes = parts.reduce((sum, meta) => sum + meta.bytes, 0)
  return { ...upload, progress: { ...upload.progress, bytes } }
}
