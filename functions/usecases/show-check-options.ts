import type { UploadId } from '../contract/ids.ts'
import type { CheckOptions } from '../contract/upload.ts'
import type { Books } from '../store/ports.ts'
import { findUpload } from './change-upload.ts'

/** With what an upload was last checked, wherever that was asked for. */
export async function showCheckOptions(deps: { books: Pick<Books, 'uploads'> }, id: UploadId): Promise<CheckOptions> {
  const { options, patches } = await findUpload(deps, id)
  if (patches.length === 0) return options
  return { ...options, patches: patches.map(({ line, cell, old, new: now }) => ({ line, cell, old, new: now })) }
}
