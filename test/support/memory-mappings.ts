import { CodedError } from '../../functions/contract/problem.ts'
import type { MappingRecord } from '../../functions/domain/reading/remembered/mapping-record.ts'
import type { Mappings } from '../../functions/store/ports.ts'

/** The port on a map, by kind and shape. */
export function memoryMappings(mappings: Map<string, MappingRecord>): Mappings {
  const keyOf = ({ kind, shape }: Pick<MappingRecord, 'kind' | 'shape'>): string => `${kind} ${shape}`
  const lost = () => new CodedError('conflict', 'changed meanwhile')
  return {
    list: async () => [...mappings.values()],
    find: async (kind, shape) => mappings.get(keyOf({ kind, shape })),
    async create(record) {
      if (mappings.has(keyOf(record))) throw lost()
      mappings.set(keyOf(record), record)
    },
    async update(record) {
      const standing = mappings.get(keyOf(record))
      if (standing?.version !== record.version || standing.id !== record.id) throw lost()
      const written = { ...record, version: record.version + 1 }
      mappings.set(keyOf(record), written)
      return written
    },
    async used(record, { at, upload }) {
      const standing = mappings.get(keyOf(record))
      if (standing?.id === record.id) mappings.set(keyOf(record), { ...standing, lastUsedAt: at, lastUsedBy: upload })
    },
    remove: async (record) => void mappings.delete(keyOf(record)),
  }
}
