import type { StagingId, UploadId } from '../contract/ids.ts'
import { formatDay, formatMonth, type MonthIndex } from '../domain/calendar.ts'
import { getOrAdd } from '../domain/get-or-add.ts'
import type { ProblemLog } from '../domain/ingest/problems.ts'
import type { Block, Subject } from '../domain/ledger/block.ts'
import { classifyRows, type LineClasses } from '../domain/ledger/classify-rows.ts'
import { encodeDay, encodeQuality, encodeRollup } from '../domain/ledger/encode-rollup.ts'
import type { KeyConflict } from '../domain/ledger/find-conflicts.ts'
import { findRowProblems } from '../domain/ledger/find-row-problems.ts'
import { MonthFold } from '../domain/ledger/fold-month.ts'
import { encodeIndex, type KeyIndex } from '../domain/ledger/month-index.ts'
import { MonthRates } from '../domain/ledger/month-rates.ts'
import type { RateUse } from '../domain/ledger/rate-use.ts'
import type { FoldedMonth, FoldInputs, Rollup } from '../domain/ledger/rollup.ts'
import type { ListedUpload, SnapshotBody } from '../domain/ledger/snapshot.ts'
import { describeLimits, type Limits } from '../domain/ledger/winners.ts'
import type { Rates } from '../domain/money/rates.ts'
import type { Books } from '../store/ports.ts'
import { readBlocks } from './read-blocks.ts'
import { cutBlob, reuseOr } from './write-blob.ts'

type MonthInput = {
  month: MonthIndex
  base: SnapshotBody
  /** The reporting currency after the change. */
  currency: string
  /** All uploads after the change, in fold order. */
  uploads: readonly ListedUpload[]
  added: ListedUpload | null
  replaces: UploadId | null
  staging: StagingId
  before: Rollup | undefined
  limits: Limits
  index: KeyIndex
  conflicts: ReadonlyMap<string, KeyConflict>
  rates: Rates
  rateUse: RateUse
  twinsDiffer: boolean
  elsewhere: (key: string) => boolean
  classes: LineClasses
  /** What the added upload says of its posts, all months together. */
  posts: Map<string, Subject>
  /** Problems found so far: once there is one, months are looked through but not folded. */
  problems: ProblemLog
}

type StagedMonth = { statuses: number; rollup: (Rollup & { slices: number }) | null }

/** Checks the added upload's rows of one month against the books, then folds the month and writes its rollup. */
export async function stageMonth(deps: { books: Books }, input: MonthInput): Promise<StagedMonth> {
  const { month, base, currency, added, before } = input
  const place = `MONTH#${formatMonth(month)}`
  const blocksOf = readMonth(deps, place)
  const own = added?.blocks[place] ? await blocksOf(added) : []
  let statuses = 0
  let reusable: { fold: MonthFold; rates: MonthRates } | null = null
  if (added && own.length > 0) {
    const rates = new MonthRates(input.rates, currency)
    const limits: Limits = new Map(
      before?.header.inputs.limits.map(([key, allowed]) => [key, new Map(allowed as [UploadId, number][])]),
    )
    const fold = new MonthFold({ month, convert: rates.convert, limits })
    const listed = base.uploads.filter(({ id, blocks }) => blocks[place] && id !== added.id)
    for (const upload of listed) fold.apply(upload.id, await blocksOf(upload))
    addOwnProblems(input, own, fold, listed)
    input.rateUse.add(added, own)
    if (input.problems.total > 0) return { statuses: 0, rollup: null }
    statuses = classifyRows(input.classes, month, own, fold, input.elsewhere)
    const sameLimits = JSON.stringify(describeLimits(limits)) === JSON.stringify(describeLimits(input.limits))
    const last = input.uploads.filter(({ blocks }) => blocks[place]).at(-1)
    if (sameLimits && input.replaces === null && last?.id === added.id) {
      fold.apply(added.id, own)
      reusable = { fold, rates }
    }
  }
  if (input.problems.total > 0) return { statuses, rollup: null }
  const { fold, rates } = reusable ?? (await foldAgain(input, place, blocksOf, currency))
  return { statuses, rollup: await writeMonth(deps, input, place, fold.fold(), rates) }
}

function addOwnProblems(
  input: MonthInput,
  own: readonly Block[],
  before: MonthFold,
  listed: readonly ListedUpload[],
): void {
  const reporting = input.currency
  const problems = findRowProblems({
    blocks: own,
    before,
    conflicts: input.conflicts,
    hasRate: (currency, day) => input.rates.factor(currency, reporting, day) !== undefined,
    reportingCurrency: reporting,
    twinsDiffer: input.twinsDiffer,
    uploads: listed.map(({ id }) => id),
    replaces: input.replaces,
    posts: input.posts,
  })
  for (const problem of problems) input.problems.add(problem)
}

async function foldAgain(
  input: MonthInput,
  place: string,
  blocksOf: (upload: ListedUpload) => Promise<Block[]>,
  currency: string,
): Promise<{ fold: MonthFold; rates: MonthRates }> {
  const rates = new MonthRates(input.rates, currency)
  const fold = new MonthFold({ month: input.month, convert: rates.convert, limits: input.limits })
  for (const upload of input.uploads) if (upload.blocks[place]) fold.apply(upload.id, await blocksOf(upload))
  return { fold, rates }
}

async function writeMonth(
  deps: { books: Books },
  input: MonthInput,
  place: string,
  folded: FoldedMonth,
  rates: MonthRates,
): Promise<Rollup & { slices: number }> {
  const { staging, before } = input
  const knownDays = new Map(before?.header.days.map((ref) => [ref.day, ref]))
  const days = folded.days.map((day) => ({
    day: day.day,
    blob: reuseOr(cutBlob(place, `DAY#${formatDay(day.day)}`, staging, encodeDay(day)), knownDays.get(day.day)),
  }))
  const index = reuseOr(cutBlob(place, 'INDEX', staging, encodeIndex(input.index)), before?.header.index)
  const quality = reuseOr(cutBlob(place, 'QUALITY', staging, encodeQuality(folded.quality)), before?.header.quality)
  const rollup: Rollup = {
    header: {
      month: formatMonth(folded.month),
      inputs: foldInputs(input, place, rates),
      totals: folded.totals,
      lastSpend: folded.lastSpend,
      lastResult: folded.lastResult,
      days: days.map(({ day, blob }) => ({ day, ...blob.ref })),
      index: index.ref,
      quality: quality.ref,
    },
    cells: folded.cells,
    observations: folded.observations,
  }
  const head = cutBlob(place, 'ROLLUP', staging, encodeRollup(rollup))
  await deps.books.chunks.write([
    ...days.flatMap(({ blob }) => blob.chunks),
    ...index.chunks,
    ...quality.chunks,
    ...head.chunks,
  ])
  return { ...rollup, slices: head.ref.slices }
}

export function foldInputs(
  input: Pick<MonthInput, 'uploads' | 'limits' | 'currency'>,
  place: string,
  rates: MonthRates,
): FoldInputs {
  const uploads = input.uploads.flatMap(({ id, staging, blocks }) => {
    const count = blocks[place]
    return count ? [{ upload: id, staging, blocks: count }] : []
  })
  return {
    uploads,
    limits: describeLimits(input.limits),
    rates: rates.inputs(),
    currency: input.currency,
  }
}

/** Blocks of one month, each upload's decoded once for the fold before and the fold after. */
function readMonth(deps: { books: Books }, place: string): (upload: ListedUpload) => Promise<Block[]> {
  const decoded = new Map<UploadId, Promise<Block[]>>()
  return (upload) => {
    const blocks = getOrAdd(decoded, upload.id, () => readBlocks(deps.books.chunks, upload, place))
    return blocks
  }
}
