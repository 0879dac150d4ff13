import type { Day } from '../calendar.ts'
import type { Block, Subject } from './block.ts'
import { costBit, spendStatuses } from './measures.ts'
import { entityKey } from './result-entities.ts'
import { lifetimeOffset } from './result-groups.ts'

/** A spend row as the fold sees it: its block's texts resolved. */
export type SpendRow = {
  line: number
  creator: number
  campaign: number
  platform: string
  day: Day
  amount: number
  currency: string
  /** Position in `spendStatuses`. */
  status: number
  category: string
  reference: string
  lineId: string
  periodStart: Day
  periodDays: number
  /** Key of its result group, for the cost of a performance line. */
  group: string
}

/** Every column of a row but its status and line id. */
export const contentKey = (row: SpendRow): string =>
  `${row.day}|${row.amount}|${row.currency}|${row.creator}|${row.campaign}|${row.platform}|${row.periodStart}|${row.periodDays}|${JSON.stringify([row.category, row.reference])}`

/** What a row with a line id says: its content and status. */
export const lineContent = (row: SpendRow): string => `${row.status}|${contentKey(row)}`

export const groupKey = (subject: Subject, day: Day, lifetime: boolean): string =>
  `${entityKey(subject)}|${lifetime ? `at ${lifetimeOffset}` : day}`

export function readSpend(block: Block, i: number): SpendRow {
  const { spends, texts } = block
  const text = (column: Int32Array): string => texts[column[i] as number] ?? ''
  const subject = block.subjects[spends.subject[i] as number] as Subject
  const day = spends.day[i] as Day
  return {
    line: spends.line[i] as number,
    creator: subject.creator,
    campaign: subject.campaign,
    platform: subject.platform,
    day,
    amount: spends.amount[i] as number,
    currency: block.currencies[spends.currency[i] as number] ?? '',
    status: spends.status[i] as number,
    category: text(spends.category),
    reference: text(spends.reference),
    lineId: text(spends.lineId),
    periodStart: spends.periodStart[i] as Day,
    periodDays: spends.periodDays[i] as number,
    group: spends.identity[i] === 2 ? groupKey(subject, day, block.lifetime) : '',
  }
}

type Owned = { upload: number; rows: SpendRow[] }
type Twins = { sample: SpendRow; uploads: { upload: number; statuses: number[] }[] }

/**
 * The spend rows of one month. Uploads are applied in fold order: a line id and a performance line's key belong to the
 * last upload that holds them; of equal contents without a line id the largest count in one upload counts.
 */
export class SpendRows {
  readonly lines = new Map<string, Owned>()
  readonly groups = new Map<string, Owned>()
  readonly twins = new Map<string, Twins>()

  /**
   * @param lineCounts whether an upload's rows of a line id count here (else another month won the id)
   * @param allowed which bits of a subject's post count for this upload
   */
  apply(
    upload: number,
    block: Block,
    lineCounts: (lineId: string) => boolean,
    allowed: (subject: Subject) => number,
  ): void {
    for (let i = 0; i < block.spends.count; i++) {
      const row = readSpend(block, i)
      const identity = block.spends.identity[i]
      if (identity === 1) {
        if (lineCounts(row.lineId)) own(this.lines, row.lineId, upload, row)
      } else if (identity === 2) {
        const subject = block.subjects[block.spends.subject[i] as number] as Subject
        if (!block.lifetime || (allowed(subject) & costBit) !== 0) own(this.groups, row.group, upload, row)
      } else this.#addTwin(upload, row)
    }
  }

  #addTwin(upload: number, row: SpendRow): void {
    const key = contentKey(row)
    const twins = this.twins.get(key)
    if (!twins) {
      this.twins.set(key, { sample: row, uploads: [{ upload, statuses: [row.status] }] })
      return
    }
    const last = twins.uploads.at(-1)
    if (last?.upload === upload) last.statuses.push(row.status)
    else twins.uploads.push({ upload, statuses: [row.status] })
  }

  /** The rows that count. */
  *effective(): Generator<SpendRow> {
    for (const { rows } of this.lines.values()) yield* rows
    for (const { rows } of this.groups.values()) yield* rows
    for (const { sample, uploads } of this.twins.values()) {
      for (const status of twinStatuses(uploads.map((u) => u.statuses))) yield { ...sample, status }
    }
  }
}

function own(table: Map<string, Owned>, key: string, upload: number, row: SpendRow): void {
  const owned = table.get(key)
  if (owned?.upload === upload) owned.rows.push(row)
  else table.set(key, { upload, rows: [row] })
}

/**
 * Statuses of the twins that count: as many as the fullest upload has, from the latest upload first. An earlier upload
 * adds only the rows that it has beyond those, its least advanced: those that went on are the ones the later upload
 * shows. So a file sent twice changes nothing.
 * @param uploads statuses of each upload, in fold order
 */
export function twinStatuses(uploads: readonly (readonly number[])[]): number[] {
  const taken: number[] = []
  for (const statuses of [...uploads].reverse()) {
    const sorted = [...statuses].sort((a, b) => advancement(a) - advancement(b))
    taken.push(...sorted.slice(0, Math.max(0, statuses.length - taken.length)))
  }
  return taken
}

const advancement = (status: number): number => (spendStatuses[status] === '' ? spendStatuses.length : status)
