import type { CellPatchList } from '../contract/cell-patch.ts'
import type { UploadId } from '../contract/ids.ts'
import type { Books } from '../store/ports.ts'
import { findUpload } from './change-upload.ts'

/** The cells of an upload that were mended by hand, by line. */
export async function listPatches(deps: { books: Pick<Books, 'uploads'> }, id: UploadId): Promise<CellPatchList> {
  return { patches: (await findUpload(deps, id)).patches }
}
