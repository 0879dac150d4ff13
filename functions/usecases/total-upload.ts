import type { UploadId } from '../contract/ids.ts'
import { limits } from '../contract/limits.ts'
import { CodedError } from '../contract/problem.ts'
import type { UploadTotals } from '../contract/upload-rows.ts'
import { daysIn, firstDayOf, formatMonth, type MonthIndex, monthOf, parseMonth } from '../domain/calendar.ts'
import { formatNameId } from '../domain/ingest/name-hasher.ts'
import type { Block, Subject } from '../domain/ledger/block.ts'
import { measureIndex } from '../domain/ledger/measures.ts'
import { readSpend, type SpendRow } from '../domain/ledger/spend-rows.ts'
import { equalPart } from '../domain/money/split-amount.ts'
import type { Books } from '../store/ports.ts'
import { findUpload } from './change-upload.ts'
import { readBlocks } from './read-blocks.ts'

type Deps = { books: Pick<Books, 'uploads' | 'chunks' | 'names'> }
type Measure = 'spend' | 'revenue'
type Sum = { measure: Measure; currency: string; rows: number; amountMinor: number }

/**
 * Control totals of the accepted rows by month and by campaign, in their own currency. A row that is spread over a
 * period stands in each of its months with its part, in its campaign with all of it.
 */
export async function totalUpload(deps: Deps, id: UploadId): Promise<UploadTotals> {
  const record = await findUpload(deps, id)
  const { checked } = record
  if (!checked)
    throw new CodedError('upload-state', `Upload ${id} is ${record.state}: its totals are told once it is checked.`)
  const campaigns = new Map<number, Map<string, Sum>>()
  const months: UploadTotals['months'] = []
  for (const place of Object.keys(checked.blocks)
    .filter((place) => place.startsWith('MONTH#'))
    .sort()) {
    const month = parseMonth(place.slice('MONTH#'.length))
    const sums = new Map<string, Sum>()
    for (const block of await readBlocks(deps.books.chunks, { id: record.id, ...checked }, place)) {
      addSpends(block, month, sums, campaigns)
      addRevenues(block, sums, campaigns)
    }
    months.push(...sorted(sums).map((sum) => ({ ...sum, month: formatMonth(month) })))
  }
  return { months, ...(await nameCampaigns(deps, campaigns)) }
}

function addSpends(block: Block, month: MonthIndex, sums: Map<string, Sum>, campaigns: Map<number, Map<string, Sum>>) {
  for (let i = 0; i < block.spends.count; i++) {
    const row = readSpend(block, i)
    add(sums, 'spend', row.currency, partIn(row, month))
    if (row.periodDays === 0 || monthOf(row.periodStart) === month)
      add(campaignSums(campaigns, row.campaign), 'spend', row.currency, row.amount)
  }
}

function addRevenues(block: Block, sums: Map<string, Sum>, campaigns: Map<number, Map<string, Sum>>): void {
  const { results } = block
  for (let i = 0; i < results.count; i++) {
    if (((results.mask[i] as number) & (1 << measureIndex.revenue)) === 0) continue
    const currency = block.currencies[results.currency[i] as number] ?? ''
    const amount = results.values[measureIndex.revenue]?.[i] as number
    const { campaign } = block.subjects[results.subject[i] as number] as Subject
    add(sums, 'revenue', currency, amount)
    add(campaignSums(campaigns, campaign), 'revenue', currency, amount)
  }
}

/** What of a row's amount falls in a month, in its own currency. */
function partIn(row: SpendRow, month: MonthIndex): number {
  if (row.periodDays === 0) return row.amount
  const first = firstDayOf(month)
  const from = Math.max(row.periodStart, first)
  const to = Math.min(row.periodStart + row.periodDays, first + daysIn(month)) - 1
  let part = 0
  for (let day = from; day <= to; day++) part += equalPart(row.amount, row.periodDays, day - row.periodStart)
  return part
}

function campaignSums(campaigns: Map<number, Map<string, Sum>>, campaign: number): Map<string, Sum> {
  const known = campaigns.get(campaign)
  if (known) return known
  const sums = new Map<string, Sum>()
  campaigns.set(campaign, sums)
  return sums
}

function add(sums: Map<string, Sum>, measure: Measure, currency: string, amountMinor: number): void {
  const key = `${measure} ${currency}`
  const sum = sums.get(key) ?? { measure, currency, rows: 0, amountMinor: 0 }
  sums.set(key, { ...sum, rows: sum.rows + 1, amountMinor: sum.amountMinor + amountMinor })
}

const sorted = (sums: ReadonlyMap<string, Sum>): Sum[] =>
  [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum)

async function nameCampaigns(
  deps: Deps,
  campaigns: ReadonlyMap<number, ReadonlyMap<string, Sum>>,
): Promise<Pick<UploadTotals, 'campaigns' | 'campaignsLeft'>> {
  const size = (sums: ReadonlyMap<string, Sum>): number =>
    Math.max(...[...sums.values()].map(({ amountMinor }) => Math.abs(amountMinor)))
  const largest = [...campaigns].sort(([a, x], [b, y]) => size(y) - size(x) || a - b)
  const told = largest.slice(0, limits.campaignTotalsMax)
  const entries = await deps.books.names.get(told.filter(([id]) => id !== 0).map(([id]) => formatNameId(id)))
  const rows = told.flatMap(([id, sums]) => {
    const campaign = id === 0 ? null : (entries.get(formatNameId(id))?.text ?? null)
    return sorted(sums).map((sum) => ({ ...sum, campaign }))
  })
  return { campaigns: rows, campaignsLeft: largest.length - told.length }
}
