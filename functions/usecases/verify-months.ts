import type { UploadId } from '../contract/ids.ts'
import { formatDay, parseMonth } from '../domain/calendar.ts'
import { cellSums } from '../domain/ledger/cell-sums.ts'
import { digestOf } from '../domain/ledger/codec/digest.ts'
import { encodeDay, encodeQuality } from '../domain/ledger/encode-rollup.ts'
import { MonthFold } from '../domain/ledger/fold-month.ts'
import { encodeIndex, indexBlock, type KeyIndex, mergeIndex } from '../domain/ledger/month-index.ts'
import { MonthRates } from '../domain/ledger/month-rates.ts'
import type { ChunkRef, FoldedMonth, Rollup, RollupHeader } from '../domain/ledger/rollup.ts'
import type { SnapshotBody } from '../domain/ledger/snapshot.ts'
import { describeLimits, type Limits, resolveWinners } from '../domain/ledger/winners.ts'
import type { Rates } from '../domain/money/rates.ts'
import type { Books } from '../store/ports.ts'
import { readBlocks } from './read-blocks.ts'
import { readRollups } from './read-rollups.ts'
import { foldOrder } from './stage-change.ts'
import { foldInputs } from './stage-month.ts'
import { compareBlob, type Found, readOrSay, type Say } from './verify-findings.ts'

/** Every month that the snapshot names, or that a listed upload has rows in. */
export function monthsOf(body: SnapshotBody): string[] {
  const places = body.uploads.flatMap(({ blocks }) => Object.keys(blocks))
  const used = places.filter((place) => place.startsWith('MONTH#')).map((place) => place.slice('MONTH#'.length))
  return [...new Set([...body.months.map(({ month }) => month), ...used])].sort()
}

/** Folds every month from its blocks again and compares all that is stored of it. */
export async function verifyMonths(
  deps: { books: Books },
  body: SnapshotBody,
  rates: Rates,
  findings: Found,
  onMonth: (month: string) => void,
): Promise<void> {
  const expected = await expectedMonths(deps, body, findings)
  for (const month of monthsOf(body)) {
    onMonth(month)
    const ref = body.months.find((listed) => listed.month === month)
    const say = (message: string, law = '1'): void => void findings.push({ law, where: month, message })
    if (!ref) {
      say('listed uploads have rows in it, but the snapshot does not name it')
      continue
    }
    const stored = await readOrSay(
      () => readRollups(deps.books.chunks, [ref]),
      (why) => say(`its rollup cannot be read: ${why}`),
    )
    const index = expected.indexes.get(parseMonth(month))
    if (stored?.[0] && index)
      await verifyMonth(deps, { body, stored: stored[0], rates, index, limits: expected.limits }, say)
  }
}

type Expected = { indexes: Map<number, KeyIndex>; limits: ReadonlyMap<number, Limits> | null }

/**
 * Indexes made from blocks, and the winners that they give: nothing is taken from what was stored before. A month with
 * blocks that cannot be read has no index; without it nobody knows the winners.
 */
async function expectedMonths(deps: { books: Books }, body: SnapshotBody, findings: Found): Promise<Expected> {
  const months = monthsOf(body)
  const indexes = new Map<number, KeyIndex>()
  for (const month of months) {
    const index = await readOrSay(
      () => indexMonth(deps, body, month),
      (why) => findings.push({ law: '1', where: month, message: `its blocks cannot be read: ${why}` }),
    )
    if (index) indexes.set(parseMonth(month), index)
  }
  if (indexes.size < months.length) return { indexes, limits: null }
  const keys = new Set([...indexes.values()].flatMap((index) => [...index.keys()]))
  return { indexes, limits: resolveWinners(indexes, foldOrder(body.uploads), keys) }
}

async function indexMonth(deps: { books: Books }, body: SnapshotBody, month: string): Promise<KeyIndex> {
  const index: KeyIndex = new Map()
  for (const upload of body.uploads) {
    for (const block of await readBlocks(deps.books.chunks, upload, `MONTH#${month}`))
      mergeIndex(index, indexBlock(upload.id, parseMonth(month), block))
  }
  return index
}

type MonthInput = {
  body: SnapshotBody
  stored: Rollup
  rates: Rates
  index: KeyIndex
  limits: ReadonlyMap<number, Limits> | null
}

async function verifyMonth(
  deps: { books: Books },
  { body, stored, rates, index, limits }: MonthInput,
  say: (message: string, law?: string) => void,
): Promise<void> {
  const { header } = stored
  const own = limits ? (limits.get(parseMonth(header.month)) ?? new Map()) : storedLimits(header)
  if (JSON.stringify(describeLimits(own)) !== JSON.stringify(header.inputs.limits))
    say('keys that stand in several months are not won by the last upload', '9')
  const monthRates = new MonthRates(rates, body.settings.reportingCurrency)
  const folded = await readOrSay(
    () => foldMonth(deps, body, header.month, own, monthRates),
    (why) => say(`its blocks cannot be folded: ${why}`),
  )
  if (!folded) return
  const inputs = foldInputs(
    { uploads: body.uploads, limits: own, currency: body.settings.reportingCurrency },
    `MONTH#${header.month}`,
    monthRates,
  )
  if (JSON.stringify(inputs.uploads) !== JSON.stringify(header.inputs.uploads))
    say('it was folded from other uploads than the snapshot lists')
  if (rollupDigest({ ...stored, ...header }) !== rollupDigest(folded)) say('the month is not what its blocks fold to')
  if (JSON.stringify(folded.totals) !== JSON.stringify(header.totals))
    say('its control totals are not the sums of its effective rows')
  await verifyBlobs(deps, header, folded, index, say)
}

const storedLimits = ({ inputs }: RollupHeader): Limits =>
  new Map(inputs.limits.map(([key, allowed]) => [key, new Map(allowed as [UploadId, number][])]))

async function foldMonth(
  deps: { books: Books },
  body: SnapshotBody,
  month: string,
  limits: Limits,
  rates: MonthRates,
): Promise<FoldedMonth> {
  const place = `MONTH#${month}`
  const fold = new MonthFold({ month: parseMonth(month), convert: rates.convert, limits })
  for (const upload of body.uploads)
    if (upload.blocks[place]) fold.apply(upload.id, await readBlocks(deps.books.chunks, upload, place))
  return fold.fold()
}

/** What stands beside the rollup: by the digest in its header and by its bytes. */
async function verifyBlobs(
  deps: { books: Books },
  header: RollupHeader,
  folded: FoldedMonth,
  index: KeyIndex,
  say: Say,
): Promise<void> {
  const refs = new Map(header.days.map((ref) => [ref.day, ref]))
  const days = folded.days.map((day) => {
    const date = formatDay(day.day)
    return { what: date, name: `DAY#${date}`, ref: refs.get(day.day), bytes: encodeDay(day) }
  })
  if (folded.days.length !== header.days.length)
    say(`it has ${header.days.length} days, its blocks ${folded.days.length}`)
  const all: { what: string; name: string; ref: ChunkRef | undefined; bytes: Uint8Array }[] = [
    ...days,
    { what: 'the index', name: 'INDEX', ref: header.index, bytes: encodeIndex(index) },
    { what: 'the quality', name: 'QUALITY', ref: header.quality, bytes: encodeQuality(folded.quality) },
  ]
  for (const { what, name, ref, bytes } of all) {
    if (ref?.digest !== digestOf(bytes)) say(`${what} is not what its blocks fold to`)
    else
      await compareBlob(deps.books.chunks, { what, blob: { place: `MONTH#${header.month}`, name, ...ref }, bytes }, say)
  }
}

function rollupDigest(of: Pick<FoldedMonth, 'cells' | 'observations' | 'lastSpend' | 'lastResult'>): string {
  const { sums, ...keys } = of.cells
  return digestOf(
    JSON.stringify([
      Object.values(keys).map(plain),
      cellSums.map((_, s) => plain(sums[s])),
      Object.values(of.observations).map(plain),
      of.lastSpend,
      of.lastResult,
    ]),
  )
}

const plain = (value: unknown): unknown => (ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value)
