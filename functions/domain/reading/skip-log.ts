import { Unreadable } from './refusal.ts'
import type { SkipReason, TablePlan } from './table-plan.ts'

const listedMax = 1000
const leftOutMax = 100_000

/** Keeps account of the lines that are no data: all of them counted, the first listed. */
export class SkipLog {
  readonly listed: TablePlan['skipped'] = []
  readonly counts: TablePlan['skippedCounts'] = {
    title: 0,
    comment: 0,
    blank: 0,
    'repeated-header': 0,
    total: 0,
    note: 0,
    footer: 0,
  }
  readonly #leftOut: number[] = []

  add(line: number, why: SkipReason): void {
    this.counts[why]++
    if (this.listed.length < listedMax) this.listed.push({ line, why })
    if (why === 'blank') return
    if (this.#leftOut.length >= leftOutMax) throw new Unreadable(tooMany)
    this.#leftOut.push(line)
  }

  leftOut(): number[] {
    return [...this.#leftOut].sort((a, b) => a - b)
  }
}

const tooMany = {
  code: 'too-many-totals',
  found: `more than ${leftOutMax} lines of totals and notes`,
  expected: 'a table of rows',
  message: 'Most lines of this file are totals or notes, not rows. Export it without subtotals.',
}
