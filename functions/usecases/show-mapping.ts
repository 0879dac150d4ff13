import type { FileMapping, MappingId } from '../contract/mapping.ts'
import { CodedError } from '../contract/problem.ts'
import { type MappingRecord, toFileMapping } from '../domain/reading/remembered/mapping-record.ts'
import type { Books } from '../store/ports.ts'

type Deps = { books: Pick<Books, 'mappings'> }

/** Throws `not-found`. */
export async function showMapping(deps: Deps, id: MappingId): Promise<FileMapping> {
  return toFileMapping(await openMapping(deps, id))
}

/** Throws `not-found`. */
export async function openMapping(deps: Deps, id: MappingId): Promise<MappingRecord> {
  const found = (await deps.books.mappings.list()).find((mapping) => mapping.id === id)
  if (!found) throw new CodedError('not-found', `There is no mapping ${id} in this workspace. It may be forgotten.`)
  return found
}
