import { limits } from '../contract/limits.ts'
import { CodedError } from '../contract/problem.ts'
import type { MappingUsed } from '../contract/reading.ts'
import type { Warning } from '../contract/upload.ts'
import type { UploadRecord } from '../domain/ledger/upload-record.ts'
import {
  contentOf,
  type MappingDraft,
  type MappingRecord,
  newMappingRecord,
} from '../domain/reading/remembered/mapping-record.ts'
import { nameMapping } from '../domain/reading/remembered/name-mapping.ts'
import type { Books } from '../store/ports.ts'
import { loadReading } from './upload-reading.ts'

type Deps = { books: Books; now: () => string }

export type Remembered = { mapping: MappingUsed | null; warnings: Warning[] }

const attemptsMax = 5

/**
 * Remembers how a file that is about to be committed was read, where somebody said so: for the next of its shape. What
 * is remembered already stays, unless the user wants it replaced. Safe to repeat.
 */
export async function rememberMapping(deps: Deps, record: UploadRecord, by: string): Promise<Remembered> {
  const { mapping, options } = record
  const asIs = { mapping, warnings: [] }
  // A re-commit says nothing new.
  if (record.place !== null) return asIs
  if (mapping === null && options.reading === undefined && options.mapping === undefined) return asIs
  const draft = (await loadReading(deps.books, record, record.problemsStaging))?.draft
  if (!draft) return asIs
  for (let attempt = 1; ; attempt++) {
    const standing = await deps.books.mappings.find(record.kind, draft.shape)
    try {
      return standing ? await renew(deps, record, standing, draft, by) : await begin(deps, record, draft, by)
    } catch (error) {
      // Somebody wrote in between: what is remembered now may be another.
      const lost = error instanceof CodedError && error.code === 'conflict'
      if (!lost || attempt === attemptsMax) throw error
    }
  }
}

async function begin(deps: Deps, record: UploadRecord, draft: MappingDraft, by: string): Promise<Remembered> {
  const { mapping, options, id: upload, kind, filename } = record
  // One that was used and has been forgotten since is not made again.
  if (!draft.said || options.remember === false || mapping !== null) return { mapping, warnings: [] }
  if ((await deps.books.mappings.list()).length >= limits.mappingsMax) return { mapping, warnings: [tooMany] }
  const made = newMappingRecord(draft, { upload, kind, name: nameMapping(filename, kind), by, at: deps.now() })
  await deps.books.mappings.create(made)
  return { mapping: usedOf(made), warnings: [] }
}

const tooMany: Warning = {
  code: 'mapping-not-kept',
  message: `How the file was read is not remembered: ${limits.mappingsMax} mappings are kept already. Forget some that are no longer needed.`,
  rows: 0,
}

async function renew(
  deps: Deps,
  record: UploadRecord,
  standing: MappingRecord,
  draft: MappingDraft,
  by: string,
): Promise<Remembered> {
  const at = deps.now()
  const { said, ...content } = draft
  const differs = JSON.stringify(contentOf(content)) !== JSON.stringify(contentOf(standing))
  if (said && differs && record.options.remember === true) {
    const use = { lastUsedAt: at, lastUsedBy: record.id }
    const written = await deps.books.mappings.update({ ...standing, ...content, ...use, updatedBy: by, updatedAt: at })
    return { mapping: usedOf(written), warnings: [] }
  }
  const isOwn = standing.lastUsedBy === record.id && record.mapping === null
  if (isOwn) return { mapping: usedOf(standing), warnings: [] }
  if (record.mapping?.id === standing.id) await deps.books.mappings.used(standing, { at, upload: record.id })
  return { mapping: record.mapping, warnings: [] }
}

const usedOf = ({ id, name, version }: MappingRecord): MappingUsed => ({ id, name, version })
