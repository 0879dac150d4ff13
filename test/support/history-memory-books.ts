import { CodedError } from '../../functions/contract/problem.ts'
import type { ChangeRecord } from '../../functions/domain/ledger/change-record.ts'
import { emptyBody, type PreviewRecord, type SnapshotRecord } from '../../functions/domain/ledger/snapshot.ts'
import type { UploadRecord } from '../../functions/domain/ledger/upload-record.ts'
import type { ScenarioRecord } from '../../functions/domain/planner/scenario-record.ts'
import type { MappingRecord } from '../../functions/domain/reading/remembered/mapping-record.ts'
import type { ViewRecord } from '../../functions/domain/views/view-record.ts'
import {
  type Books,
  type Head,
  HeadMoved,
  type NameEntry,
  type OwnedRecord,
  type PartMeta,
  type Records,
  type Refusal,
  type RefusedPair,
} from '../../functions/store/ports.ts'
import { memoryMappings } from './memory-mappings.ts'
import { memoryScenarios } from './memory-scenarios.ts'
import { memoryViews } from './memory-views.ts'

type Tables = {
  head: Head | undefined
  snapshots: Map<number, SnapshotRecord>
  previews: Map<string, PreviewRecord>
  uploads: Map<string, UploadRecord>
  changes: Map<string, ChangeRecord>
  parts: Map<string, { meta: PartMeta; stored: Uint8Array }>
  problems: Map<string, Parameters<Books['problems']['put']>[2]>
  names: Map<string, NameEntry>
  chunks: Map<string, Uint8Array>
  stagings: Map<string, { places: Set<string>; committed: boolean }>
  refusals: Map<string, Refusal>
  mappings: Map<string, MappingRecord>
  scenarios: Map<string, ScenarioRecord>
  views: Map<string, ViewRecord>
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
    changes: new Map(),
    parts: new Map(),
    problems: new Map(),
    names: new Map(),
    chunks: new Map(),
    stagings: new Map(),
    refusals: new Map(),
    mappings: new Map(),
    scenarios: new Map(),
    views: new Map(),
  })
}

function over(tables: Tables): MemoryBooks {
  const copy = (): Tables => ({
    head: tables.head,
    snapshots: new Map(tables.snapshots),
    previews: new Map(tables.previews),
    uploads: new Map(tables.uploads),
    changes: new Map(tables.changes),
    parts: new Map(tables.parts),
    problems: new Map(tables.problems),
    names: new Map(tables.names),
    chunks: new Map(tables.chunks),
    stagings: new Map([...tables.stagings].map(([key, of]) => [key, { ...of, places: new Set(of.places) }])),
    refusals: new Map(tables.refusals),
    mappings: new Map(tables.mappings),
    scenarios: new Map(tables.scenarios),
    views: new Map(tables.views),
  })
  const reopen = (): Books => open(tables)
  return { books: reopen(), reopen, copy: () => over(copy()), tables }
}

const lost = (): CodedError => new CodedError('conflict', 'changed meanwhile')

function records<R extends OwnedRecord>(table: Map<string, R>): Records<R> {
  return {
    async create(record) {
      if (table.has(record.id)) throw lost()
      table.set(record.id, { ...record, version: 0 })
    },
    get: async (id) => table.get(id),
    list: async () => ({ items: [...table.values()].sort((a, b) => (a.id < b.id ? 1 : -1)), next: null }),
    async update(record) {
      if (table.get(record.id)?.version !== record.version) throw lost()
      const written = { ...record, version: record.version + 1 }
      table.set(record.id, written)
      return written
    },
    async progress(id, attempt, progress) {
      const record = table.get(id)
      if (record?.attempt !== attempt || !record.task) throw lost()
      table.set(id, { ...record, progress })
    },
  }
}

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
        const none = { reported: [], restated: [], edit: null, reason: null }
        snapshots.set(0, { ...first, ...rest, ...none, body: emptyBody(settings) })
      },
      snapshot: async (number) => snapshots.get(number),
      summaries: async () => ({ items: [...snapshots.values()].reverse(), next: null }),
      preview: async (upload, staging) => previews.get(`${upload} ${staging}`),
      async putPreview(upload, staging, preview) {
        previews.set(`${upload} ${staging}`, structuredClone(preview))
      },
      async publish({ snapshot, uploads: written, change, staging }) {
        if (tables.head?.snapshot !== snapshot.number - 1) throw new HeadMoved()
        if (written.some((record) => uploads.get(record.id)?.version !== record.version)) throw lost()
        if (change && tables.changes.get(change.id)?.version !== change.version) throw lost()
        tables.head = { ...tables.head, snapshot: snapshot.number }
        snapshots.set(snapshot.number, structuredClone(snapshot))
        for (const record of written) uploads.set(record.id, { ...record, version: record.version + 1 })
        if (change) tables.changes.set(change.id, { ...change, version: change.version + 1 })
        noteStaging(staging.owner, staging.id).committed = true
      },
    },
    uploads: records(uploads),
    changes: records(tables.changes),
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
      causes: async () => [],
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
    scenarios: memoryScenarios(tables.scenarios),
    vettings: { list: async () => [], get: async () => undefined, put: async (record) => record },
    views: memoryViews(tables.views),
  }
}
