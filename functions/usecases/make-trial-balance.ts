import type { UploadId } from '../contract/ids.ts'
import { limits } from '../contract/limits.ts'
import { CodedError } from '../contract/problem.ts'
import type { ReportQuery } from '../contract/report.ts'
import type { TrialBalance } from '../contract/trial-balance.ts'
import { parseMonth } from '../domain/calendar.ts'
import { closedMonths } from '../domain/ledger/closings.ts'
import { MonthFold } from '../domain/ledger/fold-month.ts'
import { MonthRates } from '../domain/ledger/month-rates.ts'
import { monthTotals } from '../domain/ledger/month-totals.ts'
import type { Rollup } from '../domain/ledger/rollup.ts'
import type { SnapshotBody } from '../domain/ledger/snapshot.ts'
import { TrialMonth } from '../domain/ledger/trial-lines.ts'
import type { Limits } from '../domain/ledger/winners.ts'
import { Rates } from '../domain/money/rates.ts'
import type { Books } from '../store/ports.ts'
import { readBlocks } from './read-blocks.ts'
import { readRates, readRollups } from './read-rollups.ts'
import { resolveSnapshot } from './resolve-snapshot.ts'

type TrialQuery = Pick<ReportQuery, 'snapshot' | 'preview'> & { from?: string; to?: string }

/**
 * Every month in its original currencies, tied to the books to the cent. Folds the months from their rows once more.
 * Throws `not-found`, `preview-outdated`, `invalid-request` for too many months.
 */
export async function makeTrialBalance(deps: { books: Books }, query: TrialQuery): Promise<TrialBalance> {
  const { chunks } = deps.books
  const { number, committedAt, preview, body } = await resolveSnapshot(deps, query)
  const { from = '', to = '9999-12' } = query
  const refs = body.months.filter(({ month }) => month >= from && month <= to)
  if (refs.length > limits.changeMonthsMax) {
    throw new CodedError(
      'invalid-request',
      `These are ${refs.length} months; a trial balance spans at most ${limits.changeMonthsMax}. Narrow it by from and to.`,
    )
  }
  const rates = new Rates(await readRates(chunks, body.fx))
  const closed = new Set(closedMonths(body.closings))
  const result: TrialBalance = {
    snapshot: { number, committedAt },
    preview,
    currency: body.settings.reportingCurrency,
    months: [],
    lines: [],
  }
  for (const rollup of await readRollups(chunks, refs)) {
    const { month } = rollup.header
    const lines = await trialLines(deps, body, rollup, rates)
    const { spendMinor, revenueMinor } = monthTotals(rollup)
    requireTied(month, lines, { spend: spendMinor, revenue: revenueMinor })
    result.months.push({ month, closed: closed.has(month), spendMinor, revenueMinor })
    result.lines.push(...lines)
  }
  return result
}

async function trialLines(deps: { books: Books }, body: SnapshotBody, { header }: Rollup, rates: Rates) {
  const place = `MONTH#${header.month}`
  const month = parseMonth(header.month)
  const reporting = body.settings.reportingCurrency
  const trial = new TrialMonth(month)
  const limitsOf: Limits = new Map(
    header.inputs.limits.map(([key, allowed]) => [key, new Map(allowed as [UploadId, number][])]),
  )
  const { convert } = new MonthRates(rates, reporting)
  const fold = new MonthFold({ month, convert, limits: limitsOf, onMoney: trial.add })
  for (const upload of body.uploads)
    if (upload.blocks[place]) fold.apply(upload.id, await readBlocks(deps.books.chunks, upload, place))
  fold.fold()
  return trial.lines(rates, reporting)
}

/** A trial balance that does not tie is a bug of ours: nobody must book it. */
function requireTied(month: string, lines: TrialBalance['lines'], held: Record<'spend' | 'revenue', number>): void {
  for (const measure of ['spend', 'revenue'] as const) {
    const sum = lines.filter((line) => line.measure === measure).reduce((total, line) => total + line.reportingMinor, 0)
    if (sum !== held[measure])
      throw new Error(`${measure} of ${month} adds up to ${sum} from its rows, but the books hold ${held[measure]}`)
  }
}
