import type { BooksEdit, Settings } from '../contract/books-change.ts'
import type { StagingId } from '../contract/ids.ts'
import { limits } from '../contract/limits.ts'
import type { PinnedMonth, RestatedMonth } from '../contract/month-change.ts'
import { CodedError, type Problem } from '../contract/problem.ts'
import type { Warning } from '../contract/upload.ts'
import type { ChangeRecord } from '../domain/ledger/change-record.ts'
import { closedMonths } from '../domain/ledger/closings.ts'
import { digestOf } from '../domain/ledger/codec/digest.ts'
import { RateUse } from '../domain/ledger/rate-use.ts'
import type { SnapshotBody, SnapshotRecord } from '../domain/ledger/snapshot.ts'
import { currencyExponent } from '../domain/money/currency.ts'
import { Rates } from '../domain/money/rates.ts'
import { pinMonths } from '../domain/report/pinned-totals.ts'
import type { Books } from '../store/ports.ts'
import { listRestated } from './agree-to-change.ts'
import { usedEarlierRates } from './earlier-rates.ts'
import { type BooksState, findRestatedMonths, pinnedState } from './find-restated-months.ts'
import { readBlocks } from './read-blocks.ts'
import { readRates, readRollups } from './read-rollups.ts'
import { type StagedChange, stageChange } from './stage-change.ts'
import { previewId, stagingId } from './staging-id.ts'

type Deps = { books: Books; now: () => string }

type StageEdit = {
  record: ChangeRecord
  base: SnapshotRecord
  onProgress?: (progress: ChangeRecord['progress']) => Promise<void>
}

type Outcome = { problems: Problem[]; problemsTotal: number; staged: null } | { staged: StagedEdit }
type StagedEdit = Pick<ChangeRecord, 'reported' | 'restated' | 'restates' | 'pins' | 'warnings' | 'progress'> & {
  preview: string
  at: NonNullable<ChangeRecord['staged']>
}

/** Stages a change of the books on a base and puts its preview, unless something stands against it. Throws `nothing-to-change`. */
export async function stageBooksChange(deps: Deps, { record, base, onProgress }: StageEdit): Promise<Outcome> {
  const { books } = deps
  const { edit } = record
  const { body } = base
  const plan = planOf(edit, body)
  const staging = stagingId(record.id, 'edit', record.attempt, base.number)
  const rates = await checkRates(deps, body, plan.settings)
  const problems = rates.problems()
  if (problems.length > 0)
    return {
      problems: problems.slice(0, limits.changeProblemsListedMax),
      problemsTotal: problems.length,
      staged: null,
    }
  const staged = await stageChange(deps, {
    base: body,
    change: { action: 'edit', settings: plan.settings },
    staging,
    mayMove: false,
    twinsDiffer: false,
    note: (places) => books.stagings.note(record.id, staging, places),
    onMonth: (months, monthsTotal) => onProgress?.({ months, monthsTotal }) ?? Promise.resolve(),
  })
  const closing = await describeClosing(deps, body, plan.closes)
  const restates = [...staged.restates, ...closing.restates]
  const restated = restates.map(({ month }) => month)
  await putPreview(deps, { record, base, staging, plan, staged, restated })
  return {
    staged: {
      preview: previewId(record.id, staging),
      at: {
        staging,
        base: base.number,
        outcome: digestOf(JSON.stringify([edit, plan.before, plan, closing.prints, restates, staged.effect])),
      },
      reported: staged.reported,
      restated,
      restates: listRestated(restates),
      pins: closing.pins.slice(-limits.restatedListedMax),
      warnings: warningsOf(rates, edit, body, plan),
      progress: { months: staged.months, monthsTotal: staged.months },
    },
  }
}

type Plan = { settings: Settings; closes: string[]; reopens: string[]; before: unknown }

/** What is left to do of an edit on these books. Throws `nothing-to-change`. */
export function planOf(edit: BooksEdit, { settings, closings }: SnapshotBody): Plan {
  const closed = new Set(closedMonths(closings))
  const plan: Plan = { settings, closes: [], reopens: [], before: null }
  switch (edit.kind) {
    case 'close':
      plan.closes = [...new Set(edit.months)].filter((month) => !closed.has(month)).sort()
      if (plan.closes.length === 0) throw nothing('These months are closed already.')
      return plan
    case 'reopen':
      plan.reopens = [...new Set(edit.months)].filter((month) => closed.has(month)).sort()
      if (plan.reopens.length === 0) throw nothing('These months are open already.')
      return plan
    case 'currency':
      if (edit.currency === settings.reportingCurrency) throw nothing(`The books are kept in ${edit.currency} already.`)
      if (currencyExponent(edit.currency) === undefined) throw noCurrency(edit.currency)
      return {
        ...plan,
        settings: { ...settings, reportingCurrency: edit.currency },
        before: settings.reportingCurrency,
      }
    case 'settings':
      return { ...plan, ...editSettings(edit, settings) }
  }
}

function editSettings(
  { bands, objective, fourEyes, dealCosts }: Extract<BooksEdit, { kind: 'settings' }>,
  settings: Settings,
): Pick<Plan, 'settings' | 'before'> {
  if (bands && bands.microFrom > bands.microTo) {
    throw new CodedError('invalid-request', 'Micro ends before it begins: microTo is at least microFrom.')
  }
  const next: Settings = {
    ...settings,
    bands: bands ?? settings.bands,
    objective: objective ?? settings.objective,
    fourEyes: fourEyes ?? settings.fourEyes,
    dealCosts: dealCosts === undefined ? settings.dealCosts : dealCosts,
  }
  if (JSON.stringify(next) === JSON.stringify(settings)) throw nothing('The settings say so already.')
  const before = [
    bands && settings.bands,
    objective && settings.objective,
    fourEyes !== undefined && settings.fourEyes,
    dealCosts !== undefined && settings.dealCosts,
  ]
  return { settings: next, before }
}

const nothing = (message: string): CodedError => new CodedError('nothing-to-change', message)

const noCurrency = (code: string): CodedError =>
  new CodedError(
    'invalid-request',
    `${code} is not a currency that ISO 4217 lists. Write the code of one, such as EUR.`,
  )

/** Looks at every row that a new reporting currency would have to convert. */
async function checkRates(deps: Deps, body: SnapshotBody, settings: Settings): Promise<RateUse> {
  const { chunks } = deps.books
  const use = new RateUse(new Rates(await readRates(chunks, body.fx)), settings.reportingCurrency)
  if (settings.reportingCurrency === body.settings.reportingCurrency) return use
  for (const upload of body.uploads) {
    for (const place of Object.keys(upload.blocks))
      if (place.startsWith('MONTH#')) use.add(upload, await readBlocks(chunks, upload, place))
  }
  return use
}

/** What closing pins; months that were closed before are held against what they said then. */
async function describeClosing(
  deps: Deps,
  body: SnapshotBody,
  closes: readonly string[],
): Promise<{ pins: PinnedMonth[]; prints: string[]; restates: RestatedMonth[] }> {
  if (closes.length === 0) return { pins: [], prints: [], restates: [] }
  const now = await stateOf(deps, body)
  const pinned = pinMonths(closes, await pinnedState(deps, now))
  const restates: RestatedMonth[] = []
  for (const { month, closed } of body.closings.filter((closing) => closes.includes(closing.month))) {
    const then = await deps.books.ledger.snapshot(closed.snapshot)
    if (!then) throw new Error(`snapshot ${closed.snapshot}, which closed ${month}, is gone`)
    restates.push(...(await findRestatedMonths(deps, await stateOf(deps, then.body), now, [month])))
  }
  return {
    pins: pinned.map(({ month, totals }) => ({ month, totals })),
    prints: pinned.map(({ print }) => print),
    restates,
  }
}

const stateOf = async ({ books }: Deps, body: SnapshotBody): Promise<BooksState> => ({
  body,
  rollups: await readRollups(books.chunks, body.months),
})

type PreviewInput = {
  record: ChangeRecord
  base: SnapshotRecord
  staging: StagingId
  plan: Plan
  staged: StagedChange
  restated: string[]
}

async function putPreview({ books, now }: Deps, input: PreviewInput): Promise<void> {
  const { record, base, staging, plan, staged, restated } = input
  const { body, changes, reported } = staged
  const { closes, reopens } = plan
  await books.stagings.note(record.id, staging, [])
  await books.ledger.putPreview(record.id, staging, {
    base: base.number,
    stagedAt: now(),
    changes,
    reported,
    restated,
    closes,
    reopens,
    body,
  })
}

function warningsOf(rates: RateUse, edit: BooksEdit, body: SnapshotBody, plan: Plan): Warning[] {
  const warnings: Warning[] = []
  const earlier = rates.earlier()
  if (earlier) warnings.push(usedEarlierRates(earlier))
  const held = new Set(body.months.map(({ month }) => month))
  const empty = plan.closes.filter((month) => !held.has(month))
  if (empty.length > 0) {
    warnings.push({
      code: 'months-empty',
      message: `The books hold nothing in ${empty.join(', ')}: once closed, rows of these months are refused.`,
      rows: 0,
    })
  }
  if (edit.kind === 'settings' && edit.fourEyes === true) {
    warnings.push({
      code: 'four-eyes-on',
      message:
        'From then on nobody commits what they uploaded or staged themselves, this setting included: make sure that somebody else can.',
      rows: 0,
    })
  }
  return warnings
}
