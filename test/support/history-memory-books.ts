import { CodedError } from '../../functions/contract/problem.ts'
import { emptyBody, type PreviewRecord, type SnapshotRecord } from '../../functions/domain/ledger/snapshot.ts'
import type { UploadRecord } from '../../functions/domain/ledger/upload-record.ts'
import type { MappingRecord } from '../../functions/domain/reading/remembered/mapping-record.ts'
import {
  type Books,
  type Head,
  HeadMoved,
  type NameEntry,
  type PartMeta,
  type Refusal,
  type RefusedPair,
} from '../../functions/store/ports.ts'
import { memoryMappings } from './memory-mappings.ts'

type Tables = {
  head: Head | undefined
  snapshots: Map<number, SnapshotRecord>
  previews: Map<string, PreviewRecord>
  uploads: Map<string, UploadRecord>
  parts: Map<string, { meta: PartMeta; stored: Uint8Array }>
  problems: Map<string, Parameters<Books['problems']['put']>[2]>
  names: Map<string, NameEntry>
  chunks: Map<string, Uint8Array>
  stagings: Map<string, { places: Set<string>; committed: boolean }>
  refusals: Map<string, Refusal>
  mappings: Map<string, MappingRecord>
}

export type MemoryBooks = {
  books: Books
  /** As another process opens them. */
  reopen: () => Books
  copy: () => MemoryBooks
  /** All that is kept. */
  tables: Readonly<Tables>
}

/** Ports on maps that keep what the table keeps: thousands of histories in the time of one on a table. */
export function memoryBooks(): MemoryBooks {
  return over({
    head: undefined,
    snapshots: new Map(),
    previews: new Map(),
    uploads: new Map(),
    parts: new Map(),
    problems: new Map(),
    names: new Map(),
    chunks: new Map(),
    stagings: new Map(),
    refusals: new Map(),
    mappings: new Map(),
  })
}

function over(tables: Tables): MemoryBooks {
  const copy = (): Tables => ({
    head: tables.head,
    snapshots: new Map(tables.snapshots),
    previews: new Map(tables.previews),
    uploads: new Map(tables.uploads),
    parts: new Map(tables.parts),
    problems: new Map(tables.problems),
    names: new Map(tables.names),
    chunks: new Map(tables.chunks),
    stagings: new Map([...tables.stagings].map(([key, of]) => [key, { ...of, places: new Set(of.places) }])),
    refusals: new Map(tables.refusals),
    mappings: new Map(tables.mappings),
  })
  const reopen = (): Books => open(tables)
  return { books: reopen(), reopen, copy: () => over(copy()), tables }
}

const lost = (): CodedError => new CodedError('conflict', 'changed meanwhile')

function open(tables: Tables): Books {
  const { snapshots, previews, uploads, parts, problems, names, chunks, stagings, refusals, mappings } = tables
  const refusalKey = ({ of, names }: RefusedPair): string => `${of} ${names.toSorted().join(' ')}`
  const noteStaging = (upload: string, staging: string) => {
    const key = `${upload} ${staging}`
    const known = stagings.get(key) ?? { places: new Set<string>(), committed: false }
    stagings.set(key, known)
    return known
  }
  const under = (upload: string): string[] => [...stagings.keys()].filter((key) => key.startsWith(upload))
  return {
    ledger: {
      head: async () => tables.head,
      async create({ nameKey, settings, at, by }) {
        if (tables.head) return
        tables.head = { snapshot: 0, nameKey }
        const first = { number: 0, committedAt: at, committedBy: by, action: 'created' as const, upload: null }
        const rest = { filename: null, kind: null, uploads: 0, months: 0, sample: false, changes: [] }
        snapshots.set(0, { ...first, ...rest, body: emptyBody(settings) })
      },
      snapshot: async (number) => snapshots.get(number),
      summaries: async () => ({ items: [...snapshots.values()].reverse(), next: null }),
      preview: async (upload, staging) => previews.get(`${upload} ${staging}`),
      async putPreview(upload, staging, preview) {
        previews.set(`${upload} ${staging}`, structuredClone(preview))
      },
      async publish({ snapshot, uploads: records, staging }) {
        if (tables.head?.snapshot !== snapshot.number - 1) throw new HeadMoved()
        if (records.some((record) => uploads.get(record.id)?.version !== record.version)) throw lost()
        tables.head = { ...tables.head, snapshot: snapshot.number }
        snapshots.set(snapshot.number, structuredClone(snapshot))
        for (const record of records) uploads.set(record.id, { ...record, version: record.version + 1 })
        noteStaging(staging.upload, staging.id).committed = true
      },
    },
    uploads: {
      async create(record) {
        if (uploads.has(record.id)) throw lost()
        uploads.set(record.id, { ...record, version: 0 })
      },
      get: async (id) => uploads.get(id),
      list: async () => ({ items: [...uploads.values()].sort((a, b) => (a.id < b.id ? 1 : -1)), next: null }),
      async update(record) {
        if (uploads.get(record.id)?.version !== record.version) throw lost()
        const written = { ...record, version: record.version + 1 }
        uploads.set(record.id, written)
        return written
      },
      async progress(id, attempt, progress) {
        const record = uploads.get(id)
        if (record?.attempt !== attempt || !record.task) throw lost()
        uploads.set(id, { ...record, progress })
      },
    },
    parts: {
      async put(upload, meta, stored) {
        if (uploads.get(upload)?.state !== 'receiving') throw new CodedError('upload-state', 'it is not receiving')
        parts.set(`${upload} ${meta.part}`, { meta, stored })
      },
      list: async (upload) => [...parts].filter(([key]) => key.startsWith(upload)).map(([, { meta }]) => meta),
      get: async (upload, part) => parts.get(`${upload} ${part}`)?.stored,
    },
    problems: {
      async put(upload, staging, list) {
        problems.set(`${upload} ${staging}`, list)
      },
      list: async (upload, staging) => ({ items: problems.get(`${upload} ${staging}`) ?? [], next: null }),
    },
    names: {
      get: async (ids) => new Map(ids.flatMap((id) => (names.has(id) ? [[id, names.get(id) as NameEntry]] : []))),
      async put(entries) {
        for (const entry of entries) if (!names.has(entry.id)) names.set(entry.id, entry)
      },
      all: async () => new Map(names),
    },
    chunks: {
      read: async (keys) =>
        keys.map(({ place, key }) => {
          const bytes = chunks.get(`${place} ${key}`)
          if (!bytes) throw new Error(`a chunk is missing: ${place} ${key}`)
          return bytes
        }),
      async write(list) {
        for (const { place, key, bytes } of list) chunks.set(`${place} ${key}`, Uint8Array.from(bytes))
      },
      list: async (place, prefix) =>
        [...chunks.keys()]
          .filter((name) => name.startsWith(`${place} ${prefix}`))
          .map((name) => name.slice(place.length + 1))
          .sort(),
      async remove(keys) {
        for (const { place, key } of keys) chunks.delete(`${place} ${key}`)
      },
    },
    stagings: {
      async note(upload, staging, places) {
        for (const place of places) noteStaging(upload, staging).places.add(place)
        noteStaging(upload, staging)
      },
      list: async (upload) =>
        under(upload).map((key) => {
          const { places, committed } = stagings.get(key) ?? { places: new Set<string>(), committed: false }
          return { staging: key.slice(upload.length + 1), places: [...places].sort(), committed }
        }),
      async keepProblems(upload, staging, swept) {
        previews.delete(`${upload} ${staging}`)
        for (const place of swept) noteStaging(upload, staging).places.delete(place)
      },
      async forget(upload, staging) {
        for (const table of [stagings, previews, problems]) table.delete(`${upload} ${staging}`)
      },
    },
    refusals: {
      list: async (wanted) => [...refusals.values()].filter(({ of }) => of === wanted),
      async put(list) {
        for (const refusal of list) refusals.set(refusalKey(refusal), refusal)
      },
      async remove(list) {
        for (const pair of list) refusals.delete(refusalKey(pair))
      },
    },
    mappings: memoryMappings(mappings),
  }
}
