import type { Upload } from '../../../functions/contract/upload.ts'
import { ApiProblem, readProblem } from './api-problem.ts'
import { fetchAsUser } from './client.ts'
import { planParts, unpackPart } from './upload-parts.ts'

const atOnce = 4

/** The file as it was uploaded, put together from its parts. Throws an `ApiProblem` where a part is not to be had. */
export async function loadOriginal(
  workspace: string,
  { id, progress: { bytesTotal } }: Pick<Upload, 'id' | 'progress'>,
  onLoaded: (bytes: number) => void,
): Promise<Blob> {
  const parts: Blob[] = []
  let bytes = 0
  let first = 1
  // How long each part is was the sender's choice: only the sum says when the file is whole. Most cut it as these pages do.
  let left = planParts(bytesTotal).length
  while (bytes < bytesTotal) {
    const numbers = Array.from({ length: Math.min(atOnce, Math.max(1, left)) }, (_, index) => first + index)
    const loaded = await Promise.all(numbers.map((part) => loadPart(`/api/w/${workspace}/uploads/${id}/parts/${part}`)))
    parts.push(...loaded)
    first += loaded.length
    left -= loaded.length
    bytes += loaded.reduce((sum, { size }) => sum + size, 0)
    onLoaded(bytes)
  }
  // Of no type: it may be a text or a workbook, and its name says so.
  return new Blob(parts)
}

async function loadPart(path: string): Promise<Blob> {
  const response = await fetchAsUser(path)
  if (!response.ok) throw await readProblem(response)
  const stored = await response.blob().catch((error: unknown) => {
    // The line broke while the part came in.
    throw new ApiProblem('offline', { detail: String(error) })
  })
  return unpackPart(stored)
}
