import type { BookMonthList, BooksSettings } from '../contract/books-change.ts'
import { isClosed } from '../domain/ledger/closings.ts'
import { monthTotals } from '../domain/ledger/month-totals.ts'
import type { Books } from '../store/ports.ts'
import { readRollups } from './read-rollups.ts'
import { resolveSnapshot } from './resolve-snapshot.ts'

/** Every month that the newest books hold or have closed, newest first. */
export async function listMonths(deps: { books: Books }): Promise<BookMonthList> {
  const { number, body } = await resolveSnapshot(deps, {})
  const rollups = await readRollups(deps.books.chunks, body.months)
  const totals = new Map(rollups.map((rollup) => [rollup.header.month, monthTotals(rollup)]))
  const closings = new Map(body.closings.map((closing) => [closing.month, closing]))
  const nothing = { currency: body.settings.reportingCurrency, spendMinor: 0, revenueMinor: 0 }
  const months = [...new Set([...totals.keys(), ...closings.keys()])].sort().reverse()
  return {
    snapshot: number,
    months: months.map((month) => {
      const closing = closings.get(month) ?? null
      const state = closing && isClosed(closing) ? 'closed' : 'open'
      return { month, state, totals: totals.get(month) ?? nothing, closing }
    }),
  }
}

export async function showSettings(deps: { books: Books }): Promise<BooksSettings> {
  const { number, body } = await resolveSnapshot(deps, {})
  return { snapshot: number, settings: body.settings }
}
