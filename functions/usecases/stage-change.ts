import type { Settings } from '../contract/books-change.ts'
import type { StagingId, UploadId } from '../contract/ids.ts'
import { limits as bounds } from '../contract/limits.ts'
import type { MonthChange, RestatedMonth } from '../contract/month-change.ts'
import { CodedError } from '../contract/problem.ts'
import type { TotalChange } from '../contract/snapshot.ts'
import { formatMonth, type MonthIndex, parseMonth } from '../domain/calendar.ts'
import { getOrAdd } from '../domain/get-or-add.ts'
import { ProblemLog } from '../domain/ingest/problems.ts'
import type { Subject } from '../domain/ledger/block.ts'
import { digestEffect, requireExactSums } from '../domain/ledger/change-effect.ts'
import { LineClasses } from '../domain/ledger/classify-rows.ts'
import { rollupVersion } from '../domain/ledger/encode-rollup.ts'
import { exactSum } from '../domain/ledger/exact-sum.ts'
import { findConflicts } from '../domain/ledger/find-conflicts.ts'
import { indexBlock, joinIndexes, type KeyIndex, mergeIndex, withoutUploads } from '../domain/ledger/month-index.ts'
import { digestRates } from '../domain/ledger/month-rates.ts'
import { compareMonths } from '../domain/ledger/month-totals.ts'
import { type EarlierRates, RateUse } from '../domain/ledger/rate-use.ts'
import type { CurrencyTotal, Rollup, StoredRollup } from '../domain/ledger/rollup.ts'
import type { ListedUpload, SnapshotBody } from '../domain/ledger/snapshot.ts'
import { describeLimits, type FoldOrder, type Limits, resolveWinners } from '../domain/ledger/winners.ts'
import { Rates } from '../domain/money/rates.ts'
import type { Books } from '../store/ports.ts'
import { findRestatedMonths } from './find-restated-months.ts'
import { foldDirectory } from './fold-directory-uploads.ts'
import { readBlocks } from './read-blocks.ts'
import { readIndexes, readRates, readRollups } from './read-rollups.ts'
import { stageMonth } from './stage-month.ts'

/** What a staging does to the list of uploads, or to the settings. */
export type Change =
  | { action: 'commit'; upload: ListedUpload; replaces: UploadId | null }
  | { action: 'revert'; upload: UploadId }
  | { action: 'edit'; settings: Settings }

export type StageInput = {
  base: SnapshotBody
  change: Change
  staging: StagingId
  /** Keys of the added upload by month, where the caller has them already. */
  own?: ReadonlyMap<MonthIndex, KeyIndex>
  mayMove: boolean
  twinsDiffer: boolean
  /** Called before anything is written to `places`. */
  note: (places: string[]) => Promise<void>
  onMonth: (done: number, total: number) => Promise<void>
}

/** The books as the change would make them; with `problems`, nothing was folded and `body` is the base. */
export type StagedChange = {
  body: SnapshotBody
  changes: TotalChange[]
  /** The same by month, in the reporting currency. */
  reported: MonthChange[]
  /** Closed months that would say something else. */
  restates: RestatedMonth[]
  /** Digest of how the change moves each sum of each cell. */
  effect: string
  classes: LineClasses
  /** Rows whose content was recorded and whose status is news. */
  statuses: number
  /** Of the rows of the added upload. */
  earlierRates: EarlierRates | null
  problems: ProblemLog
  /** How many months the change touches. */
  months: number
}

/** Folds, under `staging`, every month that the change touches. Writes blobs of that staging only; nothing becomes visible. */
export async function stageChange(deps: { books: Books }, input: StageInput): Promise<StagedChange> {
  const { base, change } = input
  const { chunks } = deps.books
  const uploads = changedList(base, change)
  const settings = change.action === 'edit' ? change.settings : base.settings
  const rollups = await readRollups(chunks, base.months)
  const before = new Map(rollups.map((rollup) => [parseMonth(rollup.header.month), rollup]))
  const classes = new LineClasses()
  const directory = await foldDirectory(deps, { ...input, uploads, classes })
  const rates = new Rates(await readRates(chunks, directory.fx))
  const indexes = await changedIndexes(deps, input, rollups)
  const order = foldOrder(uploads)
  const limits = resolveWinners(indexes.after, order, candidates(indexes, rollups))
  const added = change.action === 'commit' ? change.upload : null
  const conflicts = added ? findConflicts(indexes.own, indexes.others, order, added.id, input.mayMove) : new Map()
  const months = monthsToFold(input, uploads, before, limits, { rates, currency: settings.reportingCurrency })
  const heldBefore = heldOutside(indexes.before)

  const folded = new Map<MonthIndex, Rollup & { slices: number }>()
  const problems = new ProblemLog()
  const rateUse = new RateUse(rates, settings.reportingCurrency)
  const posts = new Map<string, Subject>()
  let statuses = 0
  await input.note(months.map((month) => `MONTH#${formatMonth(month)}`))
  for (const [done, month] of months.entries()) {
    await input.onMonth(done, months.length)
    const staged = await stageMonth(deps, {
      month,
      base,
      currency: settings.reportingCurrency,
      uploads,
      added,
      replaces: change.action === 'commit' ? change.replaces : null,
      staging: input.staging,
      before: before.get(month),
      limits: limits.get(month) ?? new Map(),
      index: indexes.after.get(month) ?? new Map(),
      conflicts,
      rates,
      rateUse,
      twinsDiffer: input.twinsDiffer,
      elsewhere: (key) => heldBefore(key, month),
      classes,
      posts,
      problems,
    })
    statuses += staged.statuses
    if (staged.rollup) folded.set(month, staged.rollup)
  }
  await input.onMonth(months.length, months.length)
  if (problems.total > 0)
    return {
      body: base,
      changes: [],
      reported: [],
      restates: [],
      effect: '',
      classes,
      statuses,
      earlierRates: rateUse.earlier(),
      problems,
      months: months.length,
    }

  const listed = monthRefs(base, uploads, input.staging, folded)
  const { directory: named, fx } = directory
  const body: SnapshotBody = { ...base, settings, uploads, months: listed, directory: named, fx }
  const after = listed.map(({ month }) => (folded.get(parseMonth(month)) ?? before.get(parseMonth(month))) as Rollup)
  requireExactSums(after)
  const totalsOf = (of: readonly Rollup[]): CurrencyTotal[] => of.flatMap((rollup) => rollup.header.totals)
  return {
    body,
    changes: compareTotals(totalsOf(rollups), totalsOf(after)),
    reported: compareMonths(rollups, after),
    restates: await findRestatedMonths(deps, { body: base, rollups }, { body, rollups: after }),
    effect: digestEffect([...folded].map(([month, rollup]) => ({ month, before: before.get(month), after: rollup }))),
    classes,
    statuses,
    earlierRates: rateUse.earlier(),
    problems,
    months: months.length,
  }
}

function changedList(base: SnapshotBody, change: Change): ListedUpload[] {
  if (change.action === 'edit') return [...base.uploads]
  if (change.action === 'revert') return base.uploads.filter(({ id }) => id !== change.upload)
  const { upload, replaces } = change
  if (replaces !== null && !base.uploads.some(({ id }) => id === replaces)) {
    throw new CodedError(
      'replaced-not-committed',
      `Upload ${replaces}, which this file replaces, no longer counts in the books. Upload the file without replacing it.`,
    )
  }
  const kept = base.uploads.filter(({ id }) => id !== replaces && id !== upload.id)
  if (kept.length >= bounds.uploadsListedMax) {
    throw new CodedError(
      'too-many-uploads',
      `The books list ${kept.length} uploads, which is as many as they hold. Replace some by one larger file.`,
    )
  }
  return [...kept, upload].sort((a, b) => a.order - b.order || a.seq - b.seq)
}

export function foldOrder(uploads: readonly ListedUpload[]): FoldOrder {
  return new Map(uploads.map(({ id }, position) => [id, position]))
}

type ChangedIndexes = Record<'before' | 'others' | 'after' | 'own', Map<MonthIndex, KeyIndex>>

/** The indexes of all months: as they are, without what goes, and with what comes. */
async function changedIndexes(
  deps: { books: Books },
  input: StageInput,
  rollups: readonly Rollup[],
): Promise<ChangedIndexes> {
  const { change } = input
  const stored = await readIndexes(deps.books.chunks, rollups)
  const before = new Map(rollups.map((rollup, i) => [parseMonth(rollup.header.month), stored[i] as KeyIndex]))
  const own =
    change.action === 'commit'
      ? new Map(input.own ?? (await indexUpload(deps, change.upload)))
      : new Map<MonthIndex, KeyIndex>()
  const gone = new Set(takenOut(change))
  const others = new Map<MonthIndex, KeyIndex>()
  for (const [month, index] of before) {
    const touched = rollups
      .find(({ header }) => parseMonth(header.month) === month)
      ?.header.inputs.uploads.some(({ upload }) => gone.has(upload))
    others.set(month, touched ? withoutUploads(index, gone) : index)
  }
  const after = new Map(others)
  for (const [month, index] of own) {
    after.set(month, joinIndexes(others.get(month) ?? new Map(), index))
  }
  return { before, others, after, own }
}

/** Uploads whose rows no longer stand where they stood. */
function takenOut(change: Change): UploadId[] {
  if (change.action === 'edit') return []
  if (change.action === 'revert') return [change.upload]
  return [change.replaces, change.upload.id].filter((id) => id !== null)
}

async function indexUpload(deps: { books: Books }, upload: ListedUpload): Promise<Map<MonthIndex, KeyIndex>> {
  const own = new Map<MonthIndex, KeyIndex>()
  for (const place of Object.keys(upload.blocks)) {
    if (!place.startsWith('MONTH#')) continue
    const month = parseMonth(place.slice('MONTH#'.length))
    const index: KeyIndex = new Map()
    for (const block of await readBlocks(deps.books.chunks, upload, place))
      mergeIndex(index, indexBlock(upload.id, month, block))
    own.set(month, index)
  }
  return own
}

/** Only keys that come, go or were won over months before can be won anew. */
function* candidates(indexes: ChangedIndexes, rollups: readonly Rollup[]): Generator<string> {
  if (indexes.after.size < 2) return
  for (const index of indexes.own.values()) yield* index.keys()
  for (const { header } of rollups) for (const [key] of header.inputs.limits) yield key
}

/** Whether a key counts, before the change, in a month other than the given one. */
function heldOutside(before: ReadonlyMap<MonthIndex, KeyIndex>): (key: string, month: MonthIndex) => boolean {
  return (key, month) => {
    for (const [other, index] of before) if (other !== month && index.get(key)?.some((h) => h.won !== 0)) return true
    return false
  }
}

function monthsToFold(
  input: StageInput,
  uploads: readonly ListedUpload[],
  before: ReadonlyMap<MonthIndex, StoredRollup>,
  limits: ReadonlyMap<MonthIndex, Limits>,
  { rates, currency }: { rates: Rates; currency: string },
): MonthIndex[] {
  const changed = new Set<MonthIndex>()
  const { change, base } = input
  const touched = takenOut(change)
  const touching = [...base.uploads, ...uploads].filter(({ id }) => touched.includes(id))
  for (const { blocks } of touching) {
    for (const place of Object.keys(blocks)) if (place.startsWith('MONTH#')) changed.add(parseMonth(place.slice(6)))
  }
  for (const [month, { header, version }] of before) {
    if (version !== rollupVersion) changed.add(month)
    const limited = JSON.stringify(describeLimits(limits.get(month) ?? new Map()))
    if (limited !== JSON.stringify(header.inputs.limits)) changed.add(month)
    if (header.inputs.currency !== currency) changed.add(month)
    const { uses, digest } = header.inputs.rates
    if (digestRates(rates, header.inputs.currency, uses) !== digest) changed.add(month)
  }
  return [...changed].sort((a, b) => a - b)
}

function monthRefs(
  base: SnapshotBody,
  uploads: readonly ListedUpload[],
  staging: StagingId,
  folded: ReadonlyMap<MonthIndex, { slices: number }>,
): SnapshotBody['months'] {
  const refs = new Map(base.months.map((ref) => [ref.month, ref]))
  for (const [month, { slices }] of folded) refs.set(formatMonth(month), { month: formatMonth(month), staging, slices })
  const used = new Set(uploads.flatMap(({ blocks }) => Object.keys(blocks)))
  return [...refs.values()]
    .filter(({ month }) => used.has(`MONTH#${month}`))
    .sort((a, b) => (a.month < b.month ? -1 : 1))
}

/** Totals that differ, by measure and currency. */
export function compareTotals(before: readonly CurrencyTotal[], after: readonly CurrencyTotal[]): TotalChange[] {
  const changes = new Map<string, TotalChange>()
  const entry = ({ measure, currency }: CurrencyTotal): TotalChange => {
    const key = `${measure} ${currency}`
    const change = getOrAdd(changes, key, () => ({ measure, currency, beforeMinor: 0, afterMinor: 0 }))
    return change
  }
  for (const total of before) entry(total).beforeMinor += total.amountMinor
  for (const total of after) {
    const change = entry(total)
    change.afterMinor = exactSum(change.afterMinor + total.amountMinor, `${total.measure} in ${total.currency}`)
  }
  return [...changes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, change]) => change)
    .filter((change) => change.beforeMinor !== change.afterMinor)
}
