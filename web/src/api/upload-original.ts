import type { Upload } from '../../../functions/contract/upload.ts'
import { ApiProblem, readProblem } from './api-problem.ts'
import { fetchAsUser } from './client.ts'
import { unpackPart } from './upload-parts.ts'

const atOnce = 4

/** The file as it was uploaded, put together from its parts. Throws an `ApiProblem` where a part is not to be had. */
export async function loadOriginal(
  workspace: string,
  { id, progress: { bytesTotal } }: Pick<Upload, 'id' | 'progress'>,
  onLoaded: (bytes: number) => void,
): Promise<Blob> {
  const parts: Blob[] = []
  let bytes = 0
  // How long each part is was the sender's choice: only the sum says when the file is whole.
  for (let first = 1; bytes < bytesTotal; first += atOnce) {
    const numbers = Array.from({ length: atOnce }, (_, index) => first + index)
    const loaded = await Promise.all(numbers.map((part) => loadPart(`/api/w/${workspace}/uploads/${id}/parts/${part}`)))
    const found = loaded.filter((part) => part !== null)
    if (found.length === 0) throw new ApiProblem('part-missing', { detail: `Part ${first} is not there.` })
    parts.push(...found)
    bytes = parts.reduce((sum, { size }) => sum + size, 0)
    onLoaded(bytes)
  }
  return new Blob(parts, { type: 'text/csv' })
}

async function loadPart(path: string): Promise<Blob | null> {
  const response = await fetchAsUser(path)
  if (response.status === 404) return null
  if (!response.ok) throw await readProblem(response)
  return unpackPart(await response.blob())
}
