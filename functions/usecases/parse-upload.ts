import type { StagingId } from '../contract/ids.ts'
import type { FlagCode } from '../contract/upload.ts'
import { getOrAdd } from '../domain/get-or-add.ts'
import { BlockCollector, type FinishedBlock } from '../domain/ingest/block-collector.ts'
import { FileParser } from '../domain/ingest/file-parser.ts'
import { formatNameId, NameHasher } from '../domain/ingest/name-hasher.ts'
import type { UploadRecord } from '../domain/ledger/upload-record.ts'
import { PlanParser } from '../domain/reading/plan-parser.ts'
import { readByPlan } from '../domain/reading/read-by-plan.ts'
import type { ReadingPlan } from '../domain/reading/reading-plan.ts'
import type { Books } from '../store/ports.ts'
import { blockKey } from './read-blocks.ts'
import { readParts } from './read-parts.ts'

const writesAhead = 4

/** What both ways of reading a file tell about it. */
type Parser = Pick<FileParser, 'problems' | 'counts' | 'columns' | 'headers' | 'warnings'> &
  Partial<Pick<PlanParser, 'flags'> & Pick<FileParser, 'isWide'>>

export type ParsedUpload = {
  parser: Parser
  collector: BlockCollector
  names: NameHasher
  /** Lines left out because they are no rows of their own. */
  continued: readonly number[]
}

type ParseInput = {
  record: UploadRecord
  nameKey: string
  /** How a file is read that is not written as the templates are; null: strictly. */
  plan: ReadingPlan | null
  /** Stop at the first problem: the file is then read in another way, where there is one. */
  probe?: boolean
  /** Lines to pass over: they have problems already. */
  skip: ReadonlySet<number>
  /** Lines to leave out besides those that the options name. */
  leftOut?: ReadonlySet<number>
  /** Flags of which every line is wanted. */
  whole?: ReadonlySet<FlagCode>
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
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const part of readParts(deps, record)) {
      bytes += part.length
      yield part
    }
  }
  const exclude = [...(record.options.exclude ?? []), ...(input.leftOut ?? [])]
  const shared = {
    options: { ...record.options, exclude },
    names,
    sink: collector,
    skip: input.skip,
    patches: record.patches,
  }
  const whole = input.whole ?? new Set()
  const { parser, steps } = input.plan
    ? readPlanned(new PlanParser({ ...shared, plan: input.plan, whole }), input.plan, counted())
    : readStrictly(new FileParser({ ...shared, kind: record.kind }), counted())
  try {
    for await (const _ of steps) {
      await drain()
      await input.onBytes?.(bytes, parser.counts.read)
      if (input.probe && parser.problems.total > 0 && !parser.isWide) break
    }
    collector.finish()
    await drain()
  } finally {
    await Promise.all(writes)
  }
  if (failures.length > 0) throw failures[0]
  const continued = parser instanceof PlanParser ? parser.continued : []
  return { parser, collector, names, continued }
}

type Reading = { parser: Parser; steps: AsyncIterable<void> }

function readStrictly(parser: FileParser, parts: AsyncIterable<Uint8Array>): Reading {
  async function* read(): AsyncGenerator<void> {
    for await (const part of parts) {
      parser.push(part)
      yield
    }
    parser.finish()
    yield
  }
  return { parser, steps: read() }
}

function readPlanned(parser: PlanParser, plan: ReadingPlan, parts: AsyncIterable<Uint8Array>): Reading {
  async function* read(): AsyncGenerator<void> {
    for await (const records of readByPlan(plan.source, parts)) {
      parser.take(records)
      yield
    }
    parser.finish()
    yield
  }
  return { parser, steps: read() }
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
