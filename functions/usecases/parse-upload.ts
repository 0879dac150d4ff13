import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { StagingId } from '../contract/ids.ts'
import { limits } from '../contract/limits.ts'
import { CodedError } from '../contract/problem.ts'
import { getOrAdd } from '../domain/get-or-add.ts'
import { BlockCollector, type FinishedBlock } from '../domain/ingest/block-collector.ts'
import { FileParser } from '../domain/ingest/file-parser.ts'
import { formatNameId, NameHasher } from '../domain/ingest/name-hasher.ts'
import type { UploadRecord } from '../domain/ledger/upload-record.ts'
import type { Books, PartMeta } from '../store/ports.ts'
import { digestParts } from './digest-parts.ts'
import { blockKey } from './read-blocks.ts'

const unzip = promisify(gunzip)
const partsAhead = 4
const writesAhead = 4

export type ParsedUpload = { parser: FileParser; collector: BlockCollector; names: NameHasher }

type ParseInput = {
  record: UploadRecord
  nameKey: string
  /** Lines to pass over: they have problems already. */
  skip: ReadonlySet<number>
  onBlock: (block: FinishedBlock) => Promise<void>
  onBytes?: (bytes: number, rows: number) => Promise<void>
}

/** Reads the parts of an upload once, from first to last, into blocks. Ids of names are settled before any is used. */
export async function parseUpload(deps: { books: Books }, input: ParseInput): Promise<ParsedUpload> {
  const taken = new Map<number, string>()
  for (;;) {
    const parsed = await parseOnce(deps, input, taken)
    const ids = [...parsed.names.names.keys()].map(formatNameId)
    const stored = await deps.books.names.get(ids)
    const clashes = [...parsed.names.names.values()].filter(({ id, hash }) => {
      const other = stored.get(formatNameId(id))
      return other !== undefined && other.hash !== hash
    })
    const fresh = [...parsed.names.names.values()].filter(({ id }) => !stored.has(formatNameId(id)))
    if (clashes.length === 0) {
      await deps.books.names.put(fresh.map((name) => ({ ...name, id: formatNameId(name.id) })))
      return parsed
    }
    // Two names share 48 bits, about once in a hundred thousand workspaces: the newcomer takes its next ones.
    for (const { id } of clashes) taken.set(id, stored.get(formatNameId(id))?.hash ?? '')
  }
}

async function parseOnce(
  deps: { books: Books },
  input: ParseInput,
  taken: ReadonlyMap<number, string>,
): Promise<ParsedUpload> {
  const { record } = input
  const names = new NameHasher(input.nameKey, taken)
  const pending: FinishedBlock[] = []
  const collector = new BlockCollector(record.id, record.options.figures === 'lifetime', (block) => pending.push(block))
  const parser = new FileParser({
    kind: record.kind,
    options: record.options,
    names,
    sink: collector,
    skip: input.skip,
  })
  const writes = new Set<Promise<void>>()
  const failures: unknown[] = []
  const drain = async (): Promise<void> => {
    for (let block = pending.shift(); block; block = pending.shift()) {
      const write = input
        .onBlock(block)
        // Nobody may be waiting for this write when it fails: it is told at the next look, not by ending the process.
        .catch((error: unknown) => void failures.push(error))
        .finally(() => writes.delete(write))
      writes.add(write)
      if (writes.size >= writesAhead) await Promise.race(writes)
    }
    if (failures.length > 0) throw failures[0]
  }
  let bytes = 0
  try {
    for await (const part of readParts(deps, record)) {
      parser.push(part)
      bytes += part.length
      await drain()
      await input.onBytes?.(bytes, parser.counts.read)
    }
    parser.finish()
    collector.finish()
    await drain()
  } finally {
    await Promise.all(writes)
  }
  if (failures.length > 0) throw failures[0]
  return { parser, collector, names }
}

/** The file's bytes, part by part; the next ones are fetched and unpacked meanwhile. */
async function* readParts({ books }: { books: Books }, record: UploadRecord): AsyncGenerator<Uint8Array> {
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

/** Writes a finished block under a staging. */
export function blockWriter(
  books: Books,
  record: UploadRecord,
  staging: StagingId,
): (block: FinishedBlock) => Promise<void> {
  const noted = new Map<string, Promise<void>>()
  return async ({ place, number, bytes }) => {
    const note = getOrAdd(noted, place, () => books.stagings.note(record.id, staging, [place]))
    await note
    await books.chunks.write([{ place, key: blockKey(record.id, staging, number), bytes }])
  }
}
