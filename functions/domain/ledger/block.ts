import type { Day } from '../calendar.ts'

/**
 * Whom and what rows speak of; rows refer to it by position. `creator` and `campaign` are name ids (48-bit integers,
 * 0 for none), `post` is '' for none, `published` is `noDay` for none.
 */
export type Subject = { creator: number; campaign: number; platform: string; post: string; published: Day }

/** How a spend row is known again: by its content, by its line id, or by the key of its performance line. */
export const spendIdentities = ['content', 'line', 'group'] as const
export type SpendIdentity = (typeof spendIdentities)[number]

/** Result rows as columns; `values[m][i]` holds only where bit m of `mask[i]` is set. */
export type ResultColumns = {
  count: number
  line: Int32Array
  subject: Int32Array
  day: Int32Array
  mask: Int32Array
  /** Position in the block's currencies; -1 without money. */
  currency: Int32Array
  values: Float64Array[]
}

/** Spend rows as columns; texts are positions in the block's texts, -1 for none. */
export type SpendColumns = {
  count: number
  line: Int32Array
  subject: Int32Array
  day: Int32Array
  amount: Float64Array
  currency: Int32Array
  status: Int32Array
  identity: Int32Array
  lineId: Int32Array
  category: Int32Array
  reference: Int32Array
  /** First day of the period over which the row is spread; its length is 0 where it is not. */
  periodStart: Int32Array
  periodDays: Int32Array
}

/** The rows of one check of one upload in one month, decoded. Days are absolute. */
export type Block = {
  /** Figures are of the post's lifetime to date: rows stand on the day of publication. */
  lifetime: boolean
  subjects: Subject[]
  currencies: string[]
  texts: string[]
  results: ResultColumns
  spends: SpendColumns
}

export const subjectKey = (subject: Subject): string =>
  `${subject.creator}|${subject.campaign}|${subject.published}|${subject.platform}|${subject.post}`
