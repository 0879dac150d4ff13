import { limits } from '../contract/limits.ts'
import type { FileMapping, NewMapping } from '../contract/mapping.ts'
import { CodedError } from '../contract/problem.ts'
import { newMappingRecord, toFileMapping } from '../domain/reading/remembered/mapping-record.ts'
import type { Books } from '../store/ports.ts'
import { findUpload } from './change-upload.ts'
import { loadReading } from './upload-reading.ts'

type Deps = { books: Pick<Books, 'uploads' | 'chunks' | 'mappings'>; now: () => string }

/**
 * Remembers how an upload was read, under a name. Throws `not-found`, `upload-state` where nothing was understood of it,
 * `conflict` where its shape is remembered already, `too-many-mappings`.
 */
export async function saveMapping(deps: Deps, { upload, name }: NewMapping, by: string): Promise<FileMapping> {
  const record = await findUpload(deps, upload)
  const stored = await loadReading(deps.books, record, record.problemsStaging)
  if (!stored?.draft || !stored.plan) throw new CodedError('upload-state', whyNot(stored === null))
  const standing = await deps.books.mappings.list()
  const same = standing.find(({ kind, shape }) => kind === record.kind && shape === stored.draft?.shape)
  if (same)
    throw new CodedError(
      'conflict',
      `Files of this shape are read by “${same.name}” already. Edit it, or forget it first.`,
    )
  if (standing.length >= limits.mappingsMax)
    throw new CodedError('too-many-mappings', `At most ${limits.mappingsMax} mappings are kept. Forget some first.`)
  const made = newMappingRecord(stored.draft, { upload, kind: record.kind, name, by, at: deps.now() })
  await deps.books.mappings.create(made)
  return toFileMapping(made)
}

function whyNot(strict: boolean): string {
  return strict
    ? 'The file was read as the templates are written, or was not checked yet: there is nothing to remember.'
    : 'Nothing can be remembered of this file: answer what is asked about it first; and its columns need headers.'
}
