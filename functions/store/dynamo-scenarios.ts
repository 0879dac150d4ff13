import { ScenarioRecord } from '../domain/planner/scenario-record.ts'
import type { BooksKeys } from './keys.ts'
import { parseItem } from './parse-item.ts'
import type { Scenarios } from './ports.ts'
import { queryItems } from './query.ts'
import type { Table } from './table.ts'

/** One item a scenario. They are put once and never change, so that a repeated put writes the same. */
export function dynamoScenarios(table: Table, keys: BooksKeys): Scenarios {
  return {
    async list() {
      const found: ScenarioRecord[] = []
      for await (const item of queryItems(table, { pk: keys.scenarios, pageItems: 200 }))
        found.push(parseItem(ScenarioRecord, item))
      return found
    },

    async find(id) {
      const item = await table.get(keys.scenario(id))
      return item === undefined ? undefined : parseItem(ScenarioRecord, item)
    },

    put: async (record) => void (await table.put({ Item: { ...keys.scenario(record.id), ...record } })),

    remove: async (id) => void (await table.delete(keys.scenario(id))),
  }
}
