import type { StagingId } from '../contract/ids.ts'
import type { UploadKind } from '../contract/upload.ts'
import { type LineClasses, lineClass } from '../domain/ledger/classify-rows.ts'
import { type DirectoryRow, encodeDirectory, encodeRates } from '../domain/ledger/directory.ts'
import { DirectoryFold, sortDirectoryRows } from '../domain/ledger/fold-directory.ts'
import type { BlobRef, ListedUpload, SnapshotBody } from '../domain/ledger/snapshot.ts'
import type { Books } from '../store/ports.ts'
import { readDirectoryRows } from './read-blocks.ts'
import type { Change } from './stage-change.ts'
import { cutBlob } from './write-blob.ts'

const directoryKinds: readonly UploadKind[] = ['creators', 'campaigns', 'aliases', 'fx']

type DirectoryInput = {
  base: SnapshotBody
  change: Change
  uploads: readonly ListedUpload[]
  staging: StagingId
  classes: LineClasses
  note: (places: string[]) => Promise<void>
}

/** Folds the directory and the rates again where the change touches them. */
export async function foldDirectory(
  deps: { books: Books },
  { base, change, uploads, staging, classes, note }: DirectoryInput,
): Promise<{ directory: BlobRef | null; fx: BlobRef | null }> {
  const changed = changedKinds(base, change)
  if (changed.length === 0) return { directory: base.directory, fx: base.fx }
  if (change.action === 'commit') await classifyAdded(deps, base, change.upload, classes)
  const fold = new DirectoryFold()
  let listed = 0
  for (const upload of uploads.filter(({ kind }) => directoryKinds.includes(kind))) {
    listed++
    for (const row of await sortedRows(deps, upload)) fold.apply(row)
  }
  await note(['DIRECTORY'])
  const fxChanged = changed.includes('fx')
  const cut = fxChanged
    ? cutBlob('DIRECTORY', 'FX', staging, encodeRates(fold.rates()))
    : cutBlob('DIRECTORY', 'DIRECTORY', staging, encodeDirectory(fold.directory()))
  await deps.books.chunks.write(cut.chunks)
  const ref = listed === 0 ? null : { staging, slices: cut.ref.slices }
  return fxChanged ? { directory: base.directory, fx: ref } : { directory: ref, fx: base.fx }
}

/** Compares the added upload's rows with what counts before the change, an upload that it replaces included. */
async function classifyAdded(
  deps: { books: Books },
  base: SnapshotBody,
  added: ListedUpload,
  classes: LineClasses,
): Promise<void> {
  const before = new DirectoryFold()
  for (const upload of base.uploads.filter(({ id, kind }) => kind === added.kind && id !== added.id)) {
    for (const row of await sortedRows(deps, upload)) before.apply(row)
  }
  for (const row of await sortedRows(deps, added)) classes.raise(row.line, lineClass[before.apply(row)])
}

const sortedRows = async (deps: { books: Books }, upload: ListedUpload): Promise<DirectoryRow[]> =>
  sortDirectoryRows(await readDirectoryRows(deps.books.chunks, upload))

/** Kinds of the uploads that come or go, of those that make up the directory; an upload and what it replaces are of one kind. */
function changedKinds(base: SnapshotBody, change: Change): UploadKind[] {
  if (change.action === 'edit') return []
  const touched = change.action === 'revert' ? base.uploads.filter(({ id }) => id === change.upload) : [change.upload]
  return touched.map(({ kind }) => kind).filter((kind) => directoryKinds.includes(kind))
}
