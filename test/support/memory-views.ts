import { CodedError } from '../../functions/contract/problem.ts'
import type { ViewRecord } from '../../functions/domain/views/view-record.ts'
import type { Views } from '../../functions/store/ports.ts'

/** The port on a map, by id. */
export function memoryViews(views: Map<string, ViewRecord>): Views {
  return {
    list: async () => [...views.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    find: async (id) => views.get(id),
    put: async (record) => void views.set(record.id, record),
    async update(record) {
      if (views.get(record.id)?.version !== record.version) throw new CodedError('conflict', 'changed meanwhile')
      const written = { ...record, version: record.version + 1 }
      views.set(record.id, written)
      return written
    },
    remove: async (id) => void views.delete(id),
  }
}
