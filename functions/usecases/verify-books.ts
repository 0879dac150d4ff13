import type { Verification } from '../contract/snapshot.ts'
import { formatDay, parseMonth } from '../domain/calendar.ts'
import { cellSums } from '../domain/ledger/cell-sums.ts'
import { digestOf } from '../domain/ledger/codec/digest.ts'
import { encodeDay, encodeQuality } from '../domain/ledger/encode-rollup.ts'
import { MonthFold } from '../domain/ledger/fold-month.ts'
import { encodeIndex, indexBlock, type KeyIndex, mergeIndex } from '../domain/ledger/month-index.ts'
import { MonthRates } from '../domain/ledger/month-rates.ts'
import type { Rollup } from '../domain/ledger/rollup.ts'
import type { ListedUpload, SnapshotBody } from '../domain/ledger/snapshot.ts'
import { describeLimits, resolveWinners } from '../domain/ledger/winners.ts'
import { Rates } from '../domain/money/rates.ts'
import type { Books } from '../store/ports.ts'
import { readDropped } from './dropped-lines.ts'
import { parseUpload } from './parse-upload.ts'
import { blockKeys, readBlocks } from './read-blocks.ts'
import { readHead } from './read-head.ts'
import { readRates, readRollups } from './read-rollups.ts'
import { foldOrder } from './stage-change.ts'

type Found = Verification['findings']
type Progress = { done: number; total: number; what: string }

/**
 * Rebuilds every block of the head from the parts that were received, and every rollup from the blocks, and compares
 * them byte by byte (law 1); no line id may count from two uploads (law 9).
 */
export async function verifyBooks(deps: {
  books: Books
  onProgress?: (progress: Progress) => void
}): Promise<Verification> {
  const { head, snapshot } = await readHead(deps.books)
  const { body } = snapshot
  const findings: Found = []
  const total = body.uploads.length + body.months.length
  let done = 0
  let blocks = 0
  let rows = 0
  const step = (what: string): void => deps.onProgress?.({ done: done++, total, what })
  for (const upload of body.uploads) {
    step(upload.filename)
    blocks += Object.values(upload.blocks).reduce((sum, count) => sum + count, 0)
    rows += await verifyUpload(deps, upload, head.nameKey, findings)
  }
  const rollups = await readRollups(deps.books.chunks, body.months)
  const expected = await expectedLimits(deps, body)
  const rates = new Rates(await readRates(deps.books.chunks, body.fx))
  for (const rollup of rollups) {
    step(rollup.header.month)
    await verifyMonth(deps, body, rollup, rates, expected, findings)
  }
  deps.onProgress?.({ done: total, total, what: 'done' })
  return { snapshot: snapshot.number, uploads: body.uploads.length, blocks, months: rollups.length, rows, findings }
}

/** @returns rows that the file has, dropped ones left out */
async function verifyUpload(
  deps: { books: Books },
  listed: ListedUpload,
  nameKey: string,
  findings: Found,
): Promise<number> {
  const record = await deps.books.uploads.get(listed.id)
  if (!record) {
    findings.push({ law: '1', where: `upload ${listed.id}`, message: 'is listed but has no record' })
    return 0
  }
  const rebuilt = new Map<string, string>()
  const { collector, parser } = await parseUpload(deps, {
    record,
    nameKey,
    skip: await readDropped(deps.books, record),
    onBlock: async ({ place, number, bytes }) => void rebuilt.set(`${place} ${number}`, digestOf(bytes)),
  })
  for (const place of new Set([...Object.keys(listed.blocks), ...Object.keys(collector.blocks)])) {
    const stored = await deps.books.chunks.read(blockKeys(listed, place))
    const count = collector.blocks[place] ?? 0
    const same =
      count === stored.length && stored.every((bytes, i) => rebuilt.get(`${place} ${i + 1}`) === digestOf(bytes))
    if (!same)
      findings.push({
        law: '1',
        where: `upload ${listed.id}, ${place}`,
        message: `its ${stored.length} blocks are not what its parts make (${count} blocks)`,
      })
  }
  return parser.counts.valid
}

/** Indexes made from blocks, and the winners that they give: nothing is taken from what was stored before. */
async function expectedLimits(deps: { books: Books }, body: SnapshotBody) {
  const indexes = new Map<number, KeyIndex>()
  for (const { month: text } of body.months) {
    const month = parseMonth(text)
    const index: KeyIndex = new Map()
    for (const upload of body.uploads) {
      for (const block of await readBlocks(deps.books.chunks, upload, `MONTH#${text}`))
        mergeIndex(index, indexBlock(upload.id, month, block))
    }
    indexes.set(month, index)
  }
  const keys = new Set([...indexes.values()].flatMap((index) => [...index.keys()]))
  return { indexes, limits: resolveWinners(indexes, foldOrder(body.uploads), keys) }
}

async function verifyMonth(
  deps: { books: Books },
  body: SnapshotBody,
  stored: Rollup,
  rates: Rates,
  { indexes, limits }: Awaited<ReturnType<typeof expectedLimits>>,
  findings: Found,
): Promise<void> {
  const { header } = stored
  const month = parseMonth(header.month)
  const place = `MONTH#${header.month}`
  const say = (law: string, message: string): void => void findings.push({ law, where: header.month, message })
  const own = limits.get(month) ?? new Map()
  if (JSON.stringify(describeLimits(own)) !== JSON.stringify(header.inputs.limits))
    say('9', 'keys that stand in several months are not won by the last upload')
  const monthRates = new MonthRates(rates, body.settings.reportingCurrency)
  const fold = new MonthFold({ month, convert: monthRates.convert, limits: own })
  for (const upload of body.uploads)
    if (upload.blocks[place]) fold.apply(upload.id, await readBlocks(deps.books.chunks, upload, place))
  const folded = fold.fold()
  const differs = (what: string, digest: string, found: string | undefined): void => {
    if (digest !== found) say('1', `${what} is not what its blocks fold to`)
  }
  for (const day of folded.days) {
    differs(formatDay(day.day), digestOf(encodeDay(day)), header.days.find((ref) => ref.day === day.day)?.digest)
  }
  if (folded.days.length !== header.days.length)
    say('1', `it has ${header.days.length} days, its blocks ${folded.days.length}`)
  differs('the index', digestOf(encodeIndex(indexes.get(month) ?? new Map())), header.index.digest)
  differs('the quality', digestOf(encodeQuality(folded.quality)), header.quality.digest)
  differs(
    'the month',
    cellsDigest({ header, cells: folded.cells, observations: folded.observations }),
    cellsDigest(stored),
  )
  if (JSON.stringify(folded.totals) !== JSON.stringify(header.totals))
    say('1', 'its control totals are not the sums of its effective rows')
}

function cellsDigest({ cells, observations }: Rollup): string {
  const { sums, ...keys } = cells
  return digestOf(
    JSON.stringify([
      Object.values(keys).map(plain),
      cellSums.map((_, s) => plain(sums[s])),
      Object.values(observations).map(plain),
    ]),
  )
}

const plain = (value: unknown): unknown => (ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value)
