import type { ReportQuery } from '../../contract/report.ts'
import { getOrAdd } from '../get-or-add.ts'
import { cellSumIndex } from '../ledger/cell-sums.ts'
import type { DayCells } from '../ledger/rollup.ts'
import { splitAmount } from '../money/split-amount.ts'
import { type BooksView, tierNames } from './books-view.ts'
import { type Scope, type SelectedCells, scanCells } from './scan-cells.ts'
import { DirectSpend } from './spread-overhead.ts'
import { addCell, addCells, addSums, newSums, spendAt, spendColumns, spendOf, sumCount } from './sums.ts'

/** What a scan of one scope adds up to, by tier (positions in `tierNames`). */
export type Tally = {
  tiers: Float64Array[]
  /** Bits of the measures that some row gave, by tier. */
  given: Int32Array
  /** Revenue without given profit by campaign, for each tier. */
  withoutProfit: Map<number, number>[]
  /** Bits of the tiers in which a creator, or a campaign, has something. */
  creatorTiers: Uint8Array
  campaignTiers: Uint8Array
  /** 1: has spend, 2: has results; by creator. */
  creatorSides: Uint8Array
  /** point → sums by tier */
  points: Map<string, Float64Array[]>
  /** point → revenue without given profit by campaign, for each tier; empty unless it was asked for. */
  withoutProfitAt: Map<string, Map<number, number>[]>
  /** Spend without a creator that stays so: by campaign and point. */
  overhead: Map<number, Map<string, number>>
  overheadMinor: number
  /** Of the tiers' spend, what is in no ledger, by tier. */
  addedMinor: Float64Array
  unattributed: Float64Array
}

const spendRows = cellSumIndex.spendRows
const resultGroups = cellSumIndex.resultGroups
const revenueWithoutProfit = cellSumIndex.revenueWithoutProfit

/**
 * Adds up one scope. Tier filters come later: reconciliation needs all tiers.
 * @param profitAt also keep what gross profit needs at each point
 */
export function tallyScope(
  view: BooksView,
  scope: Scope,
  days: readonly DayCells[],
  query: Pick<ReportQuery, 'spendBasis' | 'overhead'>,
  profitAt = false,
): Tally {
  const columns = spendColumns(query.spendBasis)
  const tally: Tally = {
    tiers: tierNames.map(newSums),
    given: new Int32Array(tierNames.length),
    withoutProfit: [],
    creatorTiers: new Uint8Array(view.creators.length),
    campaignTiers: new Uint8Array(view.campaigns.length),
    creatorSides: new Uint8Array(view.creators.length),
    points: new Map(),
    withoutProfitAt: new Map(),
    overhead: new Map(),
    overheadMinor: 0,
    addedMinor: new Float64Array(tierNames.length),
    unattributed: newSums(),
  }
  const direct = query.overhead !== 'apart' ? new DirectSpend() : null
  const points = new Map<string, Float64Array>()
  const withoutProfit = tierNames.map(() => new Float64Array(view.campaigns.length))
  scanCells(view, scope, days, (cells) => {
    const sums = getOrAdd(points, cells.point, () => new Float64Array(tierNames.length * sumCount))
    addCells(sums, startsByTier(cells), cells, columns)
    noteCells(tally, cells, columns, withoutProfit, direct)
    if (profitAt) noteProfit(tally, cells)
  })
  for (const [point, sums] of points) {
    const ofTiers = tierNames.map((_, tier) => sums.subarray(tier * sumCount, (tier + 1) * sumCount))
    tally.points.set(point, ofTiers)
    for (const [tier, own] of ofTiers.entries()) addSums(tally.tiers[tier] as Float64Array, own)
  }
  tally.withoutProfit = withoutProfit.map(nonZero)
  if (direct) spreadOverhead(view, tally, direct)
  return tally
}

/** Revenue that lacks its gross profit, at the point of the cells. */
function noteProfit({ withoutProfitAt }: Tally, { month, part, point, cell, at, count }: SelectedCells): void {
  const revenues = part.sums[revenueWithoutProfit] as Float64Array
  const ofTiers = getOrAdd(withoutProfitAt, point, () => tierNames.map(() => new Map<number, number>()))
  for (let i = 0; i < count; i++) {
    const revenue = revenues[at[i] as number] as number
    const own = cell[i] as number
    if (revenue === 0 || month.creator[own] === 0) continue
    addTo(ofTiers[month.tier[own] as number] as Map<number, number>, month.campaign[own] as number, revenue)
  }
}

/** Where the sums of each cell's tier start; -1 for cells without a creator. */
function startsByTier({ month, cell, count }: SelectedCells): Int32Array {
  const starts = new Int32Array(count)
  for (let i = 0; i < count; i++) {
    const at = cell[i] as number
    starts[i] = month.creator[at] === 0 ? -1 : (month.tier[at] as number) * sumCount
  }
  return starts
}

/** What cells tell beside their sums, and the spend of those without a creator. */
function noteCells(
  tally: Tally,
  cells: SelectedCells,
  columns: readonly number[],
  withoutProfit: readonly Float64Array[],
  direct: DirectSpend | null,
): void {
  const { month, part, point, count } = cells
  const [spent, shown, revenues] = [spendRows, resultGroups, revenueWithoutProfit].map((s) => part.sums[s]) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  for (let i = 0; i < count; i++) {
    const [cell, at] = [cells.cell[i] as number, cells.at[i] as number]
    const creator = month.creator[cell] as number
    const campaign = month.campaign[cell] as number
    const spend = spendOf(part.sums, at, columns)
    if (creator === 0) {
      if (spend !== 0) addOverhead(tally, campaign, point, spend)
      if (shown[at] !== 0) addCell(tally.unattributed, part, at)
      continue
    }
    const tier = month.tier[cell] as number
    const bit = 1 << tier
    tally.given[tier] = (tally.given[tier] as number) | (part.given[at] as number)
    tally.creatorTiers[creator] = (tally.creatorTiers[creator] as number) | bit
    if (campaign !== 0) tally.campaignTiers[campaign] = (tally.campaignTiers[campaign] as number) | bit
    const added = cells.added?.[at] ?? 0
    tally.addedMinor[tier] = (tally.addedMinor[tier] as number) + added
    const sides = (spent[at] !== 0 || spend !== added ? 1 : 0) | (shown[at] !== 0 ? 2 : 0)
    tally.creatorSides[creator] = (tally.creatorSides[creator] as number) | sides
    const ofTier = withoutProfit[tier] as Float64Array
    ofTier[campaign] = (ofTier[campaign] as number) + (revenues[at] as number)
    direct?.add(campaign, creator, spend - added)
  }
}

function nonZero(values: Float64Array): Map<number, number> {
  const found = new Map<number, number>()
  values.forEach((value, at) => {
    if (value !== 0) found.set(at, value)
  })
  return found
}

function pointOf(tally: Tally, name: string): Float64Array[] {
  const sums = getOrAdd(tally.points, name, () => tierNames.map(newSums))
  return sums
}

function addOverhead(tally: Tally, campaign: number, point: string, spend: number): void {
  tally.overheadMinor += spend
  addTo(nested(tally.overhead, campaign), point, spend)
}

/** Spreads each campaign's overhead over its creators; it stays overhead where a campaign has no direct spend. */
function spreadOverhead(view: BooksView, tally: Tally, direct: DirectSpend): void {
  for (const [campaign, points] of tally.overhead) {
    const total = [...points.values()].reduce((a, b) => a + b, 0)
    const shares = direct.share(view, campaign, total)
    if (shares.length === 0) continue
    const byTier = new Float64Array(tierNames.length)
    for (const { tier, minor } of shares) byTier[tier] = (byTier[tier] as number) + minor
    tally.overheadMinor -= total
    byTier.forEach((share, tier) => {
      if (share !== 0) placeShare(tally, tier, share, [...points])
    })
  }
}

/** A tier's share stands where the overhead stood. */
function placeShare(tally: Tally, tier: number, share: number, points: readonly (readonly [string, number])[]): void {
  const sums = tally.tiers[tier] as Float64Array
  sums[spendAt] = (sums[spendAt] as number) + share
  const sorted = points.toSorted(([a], [b]) => (a < b ? -1 : 1))
  const weights = sorted.map(([, spend]) => Math.abs(spend))
  splitAmount(share, weights.some((weight) => weight > 0) ? weights : weights.map(() => 1)).forEach((part, i) => {
    if (part === 0) return
    const into = pointOf(tally, (sorted[i] as readonly [string, number])[0])[tier] as Float64Array
    into[spendAt] = (into[spendAt] as number) + part
  })
}

function nested<K>(table: Map<number, Map<K, number>>, key: number): Map<K, number> {
  const inner = getOrAdd(table, key, () => new Map())
  return inner
}

function addTo<K>(table: Map<K, number>, key: K, value: number): void {
  table.set(key, (table.get(key) ?? 0) + value)
}
