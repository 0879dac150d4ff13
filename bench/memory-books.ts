import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Settings } from '../functions/contract/books-change.ts'
import { CodedError } from '../functions/contract/problem.ts'
import type { ChangeRecord } from '../functions/domain/ledger/change-record.ts'
import { emptyBody, type PreviewRecord, type SnapshotRecord } from '../functions/domain/ledger/snapshot.ts'
import type { UploadRecord } from '../functions/domain/ledger/upload-record.ts'
import {
  type Books,
  type ChunkKey,
  HeadMoved,
  type NameEntry,
  type OwnedRecord,
  type PartMeta,
  type Records,
} from '../functions/store/ports.ts'

/** Sees every write of a block, rollup, day, index or directory item. */
export type OnChunk = (chunk: ChunkKey & { bytes: Uint8Array }) => void

/**
 * Books in memory behind the same ports as the table's: what is measured on them is the product's own work, without
 * network and disk. Originals stand in a file, so that they do not count as the import's memory.
 */
export function memoryBooks(dir: string, onChunk: OnChunk = () => undefined): Books {
  const uploads = new Map<string, UploadRecord>()
  return {
    ledger: memoryLedger(uploads),
    uploads: memoryRecords(uploads),
    changes: memoryRecords(new Map<string, ChangeRecord>()),
    parts: fileParts(dir, uploads),
    problems: {
      put: async () => undefined,
      list: async () => ({ items: [], next: null }),
      causes: async () => [],
    },
    names: memoryNames(),
    chunks: memoryChunks(onChunk),
    stagings: {
      note: async () => undefined,
      list: async () => [],
      keepProblems: async () => undefined,
      forget: async () => undefined,
    },
    mappings: {
      list: async () => [],
      find: async () => undefined,
      create: async () => undefined,
      update: async (record) => record,
      used: async () => undefined,
      remove: async () => undefined,
    },
    vettings: { list: async () => [], get: async () => undefined, put: async (record) => record },
    refusals: { list: async () => [], put: async () => undefined, remove: async () => undefined },
    views: {
      list: async () => [],
      find: async () => undefined,
      put: async () => undefined,
      update: async (record) => record,
      remove: async () => undefined,
    },
    scenarios: {
      list: async () => [],
      find: async () => undefined,
      put: async () => undefined,
      remove: async () => undefined,
    },
  }
}

function memoryLedger(uploads: Map<string, UploadRecord>): Books['ledger'] {
  const snapshots: (SnapshotRecord | undefined)[] = []
  const previews = new Map<string, PreviewRecord>()
  let nameKey: string | undefined
  return {
    head: async () => (nameKey === undefined ? undefined : { snapshot: snapshots.length - 1, nameKey }),
    async create(input) {
      nameKey = input.nameKey
      snapshots.push(firstSnapshot(input.settings, input.at, input.by))
    },
    snapshot: async (number) => snapshots[number],
    summaries: async () => ({ items: [], next: null }),
    preview: async (upload, staging) => previews.get(`${upload} ${staging}`),
    async putPreview(upload, staging, preview) {
      previews.set(`${upload} ${staging}`, preview)
    },
    async publish({ snapshot, uploads: records, staging }) {
      if (snapshot.number !== snapshots.length) throw new HeadMoved()
      snapshots.push(snapshot)
      // A table keeps them all; in memory the lists of many uploads would be what is measured.
      delete snapshots[snapshot.number - 2]
      previews.delete(`${staging.owner} ${staging.id}`)
      for (const record of records) uploads.set(record.id, { ...record, version: record.version + 1 })
    },
  }
}

function memoryRecords<R extends OwnedRecord>(records: Map<string, R>): Records<R> {
  return {
    async create(record) {
      records.set(record.id, record)
    },
    get: async (id) => records.get(id),
    list: async () => ({ items: [...records.values()], next: null }),
    async update(record) {
      if (records.get(record.id)?.version !== record.version)
        throw new CodedError('conflict', 'The record was changed.')
      const next = { ...record, version: record.version + 1 }
      records.set(record.id, next)
      return next
    },
    progress: async () => undefined,
  }
}

function memoryNames(): Books['names'] {
  const names = new Map<string, NameEntry>()
  return {
    get: async (ids) => new Map(ids.flatMap((id) => (names.has(id) ? [[id, names.get(id) as NameEntry]] : []))),
    async put(entries) {
      for (const entry of entries) if (!names.has(entry.id)) names.set(entry.id, entry)
    },
    all: async () => names,
  }
}

function memoryChunks(onChunk: OnChunk): Books['chunks'] {
  const chunks = new Map<string, Uint8Array>()
  const nameOf = ({ place, key }: ChunkKey) => `${place} ${key}`
  return {
    async read(keys) {
      return keys.map((key) => {
        const bytes = chunks.get(nameOf(key))
        if (!bytes) throw new Error(`a chunk is missing: ${nameOf(key)}`)
        return bytes
      })
    },
    async write(written) {
      for (const chunk of written) {
        chunks.set(nameOf(chunk), Uint8Array.from(chunk.bytes))
        onChunk(chunk)
      }
    },
    list: async () => [],
    async remove(keys) {
      for (const key of keys) chunks.delete(nameOf(key))
    },
  }
}

function fileParts(dir: string, uploads: ReadonlyMap<string, UploadRecord>): Books['parts'] {
  const path = join(dir, `parts-${process.pid}`)
  const file = openSync(path, 'w+')
  unlinkSync(path)
  process.once('exit', () => closeSync(file))
  const places = new Map<string, { meta: PartMeta; at: number }[]>()
  let end = 0
  return {
    async put(upload, meta, stored) {
      if (uploads.get(upload)?.state !== 'receiving')
        throw new CodedError('upload-state', 'The upload is not receiving.')
      writeSync(file, stored, 0, stored.length, end)
      places.set(upload, [...(places.get(upload) ?? []), { meta, at: end }])
      end += stored.length
    },
    list: async (upload) => (places.get(upload) ?? []).map(({ meta }) => meta),
    async get(upload, part) {
      const found = places.get(upload)?.find(({ meta }) => meta.part === part)
      if (!found) return undefined
      const stored = new Uint8Array(found.meta.storedBytes)
      readSync(file, stored, 0, stored.length, found.at)
      return stored
    },
  }
}

function firstSnapshot(settings: Settings, at: string, by: string): SnapshotRecord {
  return {
    number: 0,
    committedAt: at,
    committedBy: by,
    action: 'created',
    upload: null,
    filename: null,
    kind: null,
    uploads: 0,
    months: 0,
    sample: false,
    changes: [],
    reported: [],
    restated: [],
    edit: null,
    reason: null,
    body: emptyBody(settings),
  }
}
