import type { Verification } from '../contract/snapshot.ts'
import { digestOf } from '../domain/ledger/codec/digest.ts'
import type { ListedUpload } from '../domain/ledger/snapshot.ts'
import type { UploadRecord } from '../domain/ledger/upload-record.ts'
import type { Books } from '../store/ports.ts'
import { readDropped } from './dropped-lines.ts'
import { parseUpload } from './parse-upload.ts'
import { blockKeys } from './read-blocks.ts'
import { readHead } from './read-head.ts'
import { loadReading } from './upload-reading.ts'
import { verifyDirectory } from './verify-directory.ts'
import { type Found, readOrSay } from './verify-findings.ts'
import { monthsOf, verifyMonths } from './verify-months.ts'

type Progress = { done: number; total: number; what: string }

/**
 * Rebuilds every block of the head from the parts that were received, and every rollup, the directory and the rates
 * from the blocks, and compares them byte by byte with what is stored (law 1); no line id may count from two uploads
 * (law 9). What is lost or cannot be read is a finding.
 */
export async function verifyBooks(deps: {
  books: Books
  onProgress?: (progress: Progress) => void
}): Promise<Verification> {
  const books = uncached(deps.books)
  const { head, snapshot } = await readHead(books)
  const { body } = snapshot
  const months = monthsOf(body).length
  const findings: Found = []
  const total = body.uploads.length + months
  let done = 0
  let blocks = 0
  let rows = 0
  const step = (what: string): void => deps.onProgress?.({ done: done++, total, what })
  for (const upload of body.uploads) {
    step(upload.filename)
    blocks += Object.values(upload.blocks).reduce((sum, count) => sum + count, 0)
    rows += await verifyUpload({ books }, upload, head.nameKey, findings)
  }
  const rates = await verifyDirectory({ books }, body, findings)
  if (rates) await verifyMonths({ books }, body, rates, findings, step)
  deps.onProgress?.({ done: total, total, what: 'done' })
  return { snapshot: snapshot.number, uploads: body.uploads.length, blocks, months, rows, findings }
}

/** What a process still has in memory may be gone from the table. */
function uncached(books: Books): Books {
  const { chunks } = books
  return { ...books, chunks: { ...chunks, read: (keys) => chunks.read(keys, { uncached: true }) } }
}

/** @returns rows that the file has, dropped ones left out */
async function verifyUpload(
  deps: { books: Books },
  listed: ListedUpload,
  nameKey: string,
  findings: Found,
): Promise<number> {
  const where = `upload ${listed.id}`
  const record = await deps.books.uploads.get(listed.id)
  if (!record) {
    findings.push({ law: '1', where, message: 'is listed but has no record' })
    return 0
  }
  const rebuilt = await readOrSay(
    () => rebuildBlocks(deps, record, nameKey),
    (why) => findings.push({ law: '1', where, message: `its file cannot be read again: ${why}` }),
  )
  if (!rebuilt) return 0
  for (const place of new Set([...Object.keys(listed.blocks), ...Object.keys(rebuilt.blocks)])) {
    const say = (message: string): void => void findings.push({ law: '1', where: `${where}, ${place}`, message })
    const stored = await readOrSay(
      () => deps.books.chunks.read(blockKeys(listed, place)),
      (why) => say(`its blocks cannot be read: ${why}`),
    )
    const count = rebuilt.blocks[place] ?? 0
    const same = (bytes: Uint8Array, i: number): boolean => rebuilt.digests.get(`${place} ${i + 1}`) === digestOf(bytes)
    if (stored && (count !== stored.length || !stored.every(same)))
      say(`its ${stored.length} blocks are not what its parts make (${count} blocks)`)
  }
  return rebuilt.rows
}

/** Digests of the blocks that the parts make, by place and number. */
async function rebuildBlocks(deps: { books: Books }, record: UploadRecord, nameKey: string) {
  const digests = new Map<string, string>()
  const stored = await loadReading(deps.books, record, record.checked?.staging ?? null)
  const { collector, parser } = await parseUpload(deps, {
    record,
    nameKey,
    plan: stored?.plan ?? null,
    skip: await readDropped(deps.books, record),
    onBlock: async ({ place, number, bytes }) => void digests.set(`${place} ${number}`, digestOf(bytes)),
  })
  return { digests, blocks: collector.blocks, rows: parser.counts.valid }
}
