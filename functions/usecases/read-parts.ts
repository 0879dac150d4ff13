import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { limits } from '../contract/limits.ts'
import { CodedError } from '../contract/problem.ts'
import type { UploadRecord } from '../domain/ledger/upload-record.ts'
import type { Books, PartMeta } from '../store/ports.ts'
import { digestParts } from './digest-parts.ts'

const unzip = promisify(gunzip)
const partsAhead = 4

/** The file's bytes, part by part; the next ones are fetched and unpacked meanwhile. */
export async function* readParts({ books }: { books: Books }, record: UploadRecord): AsyncGenerator<Uint8Array> {
  const listParts = async (): Promise<PartMeta[]> => {
    const metas = await books.parts.list(record.id)
    // A part that was on its way when the check was asked for may have landed on another.
    if (record.partsDigest !== null && digestParts(metas) !== record.partsDigest) {
      throw new CodedError(
        'part-digest-mismatch',
        'A part changed after the check was asked for. Check the upload again.',
      )
    }
    return metas.toSorted((a, b) => a.part - b.part)
  }
  const metas = await listParts()
  const load = async (meta: PartMeta): Promise<Uint8Array> => {
    const stored = await books.parts.get(record.id, meta.part)
    if (!stored || createHash('sha256').update(stored).digest('hex') !== meta.sha256) {
      throw new CodedError('part-digest-mismatch', `Part ${meta.part} is not what was received; send it again.`)
    }
    return unzip(stored, { maxOutputLength: limits.partBytesMax, chunkSize: limits.partBytesMax })
  }
  const ahead: Promise<Uint8Array>[] = []
  let next = 0
  for (let given = 0; given < metas.length; given++) {
    for (; next < metas.length && ahead.length < partsAhead; next++) {
      const part = load(metas[next] as PartMeta)
      // A failure is thrown where the part is awaited, not as soon as it happens.
      part.catch(() => undefined)
      ahead.push(part)
    }
    yield (await ahead.shift()) as Uint8Array
  }
  await listParts()
}
