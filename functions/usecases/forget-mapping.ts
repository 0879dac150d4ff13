import type { FileMapping, MappingId } from '../contract/mapping.ts'
import { toFileMapping } from '../domain/reading/remembered/mapping-record.ts'
import type { Books } from '../store/ports.ts'
import { openMapping } from './show-mapping.ts'

/** Forgets a mapping: the next file of its shape is asked about. What was read by it stays. Throws `not-found`. */
export async function forgetMapping(deps: { books: Pick<Books, 'mappings'> }, id: MappingId): Promise<FileMapping> {
  const mapping = await openMapping(deps, id)
  await deps.books.mappings.remove(mapping)
  return toFileMapping(mapping)
}
