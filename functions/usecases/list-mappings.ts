import type { FileMapping } from '../contract/mapping.ts'
import { toFileMapping } from '../domain/reading/remembered/mapping-record.ts'
import type { Books } from '../store/ports.ts'

/** All that is remembered, by name. */
export async function listMappings(deps: { books: Pick<Books, 'mappings'> }): Promise<FileMapping[]> {
  const mappings = (await deps.books.mappings.list()).map(toFileMapping)
  return mappings.sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1))
}
