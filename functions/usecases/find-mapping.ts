import type { Problem } from '../contract/problem.ts'
import type { UploadRecord } from '../domain/ledger/upload-record.ts'
import { shapesOf } from '../domain/reading/remembered/file-shape.ts'
import type { MappingRecord } from '../domain/reading/remembered/mapping-record.ts'
import { understandFile } from '../domain/reading/understand-file.ts'
import type { Books } from '../store/ports.ts'
import { readParts } from './read-parts.ts'

type Deps = { books: Books }

/** The mapping that an upload is read by, or why the one that was named cannot be it. */
export type FoundMapping = { mapping: MappingRecord | null; problem?: Problem }

/** The mapping that the user named, or that is remembered for the shape. */
export async function findMapping(deps: Deps, record: UploadRecord, shape: string | null): Promise<FoundMapping> {
  const { remembered } = record.options
  if (remembered === 'none') return { mapping: null }
  if (remembered === undefined)
    return { mapping: shape === null ? null : ((await deps.books.mappings.find(record.kind, shape)) ?? null) }
  const named = (await deps.books.mappings.list()).find(({ id }) => id === remembered)
  if (named && named.kind === record.kind && named.shape === shape) return { mapping: named }
  const why = named ? `“${named.name}” is for other files` : `There is no mapping ${remembered} any more`
  const problem = {
    line: 0,
    column: '',
    found: named ? `a file that is not of the shape of “${named.name}”` : remembered,
    expected: named ? `a ${named.kind} file with the columns ${named.headers.join(', ')}` : 'a remembered mapping',
    code: 'mapping-does-not-fit',
    message: `${why}. Check without naming it, or read the file without a mapping.`,
  }
  return { mapping: null, problem }
}

/**
 * Whether something is remembered of files that begin like this one: then it is read by that, even if it is written as
 * the templates are, for another column may have been chosen than the one of that name.
 */
export async function isRemembered(deps: Deps, record: UploadRecord): Promise<boolean> {
  const { remembered } = record.options
  if (remembered !== undefined) return remembered !== 'none'
  const start = await firstPart(deps, record)
  if (isWorkbook(start)) return false
  const look = await understandFile(async function* () {
    yield start
  })
  if (look.kind === 'refused') return false
  for (const shape of shapesOf(record.kind, look.understood.tables)) {
    if (await deps.books.mappings.find(record.kind, shape)) return true
  }
  return false
}

/** It is never written as the templates are. */
const isWorkbook = ([first, second]: Uint8Array): boolean => first === 0x50 && second === 0x4b

async function firstPart(deps: Deps, record: UploadRecord): Promise<Uint8Array> {
  for await (const part of readParts(deps, record)) return part
  return new Uint8Array()
}
