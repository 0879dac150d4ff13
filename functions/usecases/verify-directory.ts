import type { UploadKind } from '../contract/upload.ts'
import { encodeDirectory, encodeRates } from '../domain/ledger/directory.ts'
import { DirectoryFold, sortDirectoryRows } from '../domain/ledger/fold-directory.ts'
import type { BlobRef, SnapshotBody } from '../domain/ledger/snapshot.ts'
import { Rates } from '../domain/money/rates.ts'
import type { Books } from '../store/ports.ts'
import { readDirectoryRows } from './read-blocks.ts'
import { compareBlob, type Found, readOrSay } from './verify-findings.ts'

const sorts = {
  DIRECTORY: { what: 'the directory', kinds: ['creators', 'campaigns', 'aliases'] },
  FX: { what: 'the rates', kinds: ['fx'] },
} as const satisfies Record<string, { what: string; kinds: UploadKind[] }>

/**
 * Folds the directory and the rates from the blocks of all listed uploads and compares them with what is stored.
 * @returns the rates to fold months with; `null` where blocks of theirs cannot be read
 */
export async function verifyDirectory(
  deps: { books: Books },
  body: SnapshotBody,
  findings: Found,
): Promise<Rates | null> {
  const fold = new DirectoryFold()
  for (const upload of body.uploads.filter(({ blocks }) => blocks.DIRECTORY)) {
    const rows = await readOrSay(
      () => readDirectoryRows(deps.books.chunks, upload),
      (why) => findings.push({ law: '1', where: `upload ${upload.id}, DIRECTORY`, message: `is not folded: ${why}` }),
    )
    if (!rows) return null
    for (const row of sortDirectoryRows(rows)) fold.apply(row)
  }
  await verifyFolded(
    deps,
    body,
    { name: 'DIRECTORY', ref: body.directory, bytes: encodeDirectory(fold.directory()) },
    findings,
  )
  await verifyFolded(deps, body, { name: 'FX', ref: body.fx, bytes: encodeRates(fold.rates()) }, findings)
  return new Rates(fold.rates())
}

async function verifyFolded(
  deps: { books: Books },
  body: SnapshotBody,
  { name, ref, bytes }: { name: keyof typeof sorts; ref: BlobRef | null; bytes: Uint8Array },
  findings: Found,
): Promise<void> {
  const { what, kinds }: { what: string; kinds: readonly UploadKind[] } = sorts[name]
  const say = (message: string): void => void findings.push({ law: '1', where: name, message })
  if (ref) {
    // Of a sort that was listed once and is not any more, what is stored may say nothing.
    await compareBlob(deps.books.chunks, { what, blob: { place: 'DIRECTORY', name, ...ref }, bytes }, say)
  } else if (body.uploads.some(({ kind }) => kinds.includes(kind))) {
    say(`${what} of the listed uploads is missing`)
  }
}
