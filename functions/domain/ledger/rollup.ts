import type { StagingId, UploadId } from '../../contract/ids.ts'
import type { Day, MonthIndex } from '../calendar.ts'
import type { SumColumns } from './cell-sums.ts'
import type { RateInputs } from './month-rates.ts'

/** Sums of one measure in the currency of the rows; `rows` counts a spread row once in each of its months. */
export type CurrencyTotal = { measure: 'spend' | 'revenue'; currency: string; amountMinor: number; rows: number }

/**
 * Month cells (creator x campaign x platform), in the order of their first day, then of their keys, so that a later
 * day's rows append cells and leave the positions of earlier ones alone. `creator`, `campaign` and `platform` are
 * positions in the tables beside them.
 */
export type MonthCells = {
  count: number
  creators: number[]
  campaigns: number[]
  platforms: string[]
  creator: Int32Array
  campaign: Int32Array
  platform: Int32Array
  firstDay: Int32Array
  lastDay: Int32Array
  /** The earliest day on which the creator posted there as far as this month's rows tell; `noDay` without results. */
  firstPost: Int32Array
  /** Bits of the measures that some row gave (`measures`): a sum of 0 may be nought, or nothing known. */
  given: Int32Array
  /** In the month cells `sums` add up the whole month. */
  sums: SumColumns
}

/** One day's part of the month cells; `cell` is a position in the month's cells, ascending. */
export type DayCells = { day: Day; count: number; cell: Int32Array; given: Int32Array; sums: SumColumns }

/** Follower counts that result rows gave, by day of publication; creator and platform are positions in the cells' tables. */
export type Observations = {
  count: number
  creator: Int32Array
  platform: Int32Array
  day: Int32Array
  followers: Float64Array
}

/** Engagement rates of posts by cell and day of their first row in the month. */
export type Quality = { count: number; cell: Int32Array; day: Int32Array; sums: Float64Array[] }

/** What a fold makes of one month. */
export type FoldedMonth = {
  month: MonthIndex
  cells: MonthCells
  days: DayCells[]
  observations: Observations
  quality: Quality
  totals: CurrencyTotal[]
  /** Last days with spend and with results; `noDay` for none. */
  lastSpend: Day
  lastResult: Day
}

/** A packed value in the items of one staging; `digest` tells whether another fold made the same. */
export type ChunkRef = { staging: StagingId; slices: number; digest: string }

/** What a month's rollup was made from: folding these again gives the same bytes. */
export type FoldInputs = {
  uploads: { upload: UploadId; staging: StagingId; blocks: number }[]
  /** Keys that another month won, or won in part. */
  limits: [string, [string, number][]][]
  /** By which factors its currencies were converted. */
  rates: RateInputs
  currency: string
}

/** The first thing in a rollup: its inputs, its control totals, and where the rest of it stands. */
export type RollupHeader = {
  month: string
  inputs: FoldInputs
  totals: CurrencyTotal[]
  lastSpend: Day
  lastResult: Day
  days: ({ day: Day } & ChunkRef)[]
  index: ChunkRef
  quality: ChunkRef
}

/** A rollup as a report reads it. */
export type Rollup = { header: RollupHeader; cells: MonthCells; observations: Observations }

/** As read: the format that it was written in is one more input of its fold. */
export type StoredRollup = Rollup & { version: number }
