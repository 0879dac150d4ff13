import { createHash } from 'node:crypto'
import { limits } from '../../contract/limits.ts'
import { type Day, firstDayOf, type MonthIndex, noDay } from '../calendar.ts'
import type { Block, Subject } from './block.ts'
import type { MonthFold } from './fold-month.ts'
import { anyMeasure, measureCount, measureIndex, publicationBit } from './measures.ts'
import { lineKey, postKey } from './month-index.ts'
import { contentOfGroup, contentOfSpend, type RowContent } from './replaced-row.ts'
import { lifetimeOffset, ResultGroups } from './result-groups.ts'
import { contentKey, lineContent, readSpend, type SpendRow, twinStatuses } from './spend-rows.ts'

/** What a file's lines do to the books; of the rows of one line the strongest counts. */
export const lineClass = { none: 0, recorded: 1, new: 2, corrected: 3 } as const

/** One class per line of a file. */
export class LineClasses {
  #classes = new Uint8Array(4096)
  readonly #replaced = createHash('sha256')
  /** What the first corrections replace, by line. */
  readonly was = new Map<number, RowContent[]>()

  raise(line: number, to: number): void {
    if (line >= this.#classes.length) {
      const grown = new Uint8Array(Math.max(this.#classes.length * 2, line + 1))
      grown.set(this.#classes)
      this.#classes = grown
    }
    if (to > (this.#classes[line] as number)) this.#classes[line] = to
  }

  count(): { new: number; recorded: number; corrected: number } {
    const counts = [0, 0, 0, 0]
    const classes = this.#classes
    for (let line = 0; line < classes.length; line++) {
      const of = classes[line] as number
      counts[of] = (counts[of] as number) + 1
    }
    return { recorded: counts[1] as number, new: counts[2] as number, corrected: counts[3] as number }
  }

  /** Notes what a correction replaces: a preview shows it as old → new. */
  replace(line: number, old: string, rows: () => RowContent[]): void {
    this.#replaced.update(`${line} ${old}\n`)
    if (this.was.size < limits.correctionsKeptMax) this.was.set(line, rows())
  }

  /** The class of each line, by its number. */
  packed(): Uint8Array {
    const end = this.#classes.findLastIndex((of) => of !== lineClass.none) + 1
    return this.#classes.slice(0, end)
  }

  /** Digest of all that corrections replace, in the order in which they were found. */
  replaced(): string {
    return this.#replaced.copy().digest('hex')
  }

  /** The corrected lines, ascending. */
  corrected(): number[] {
    const lines: number[] = []
    this.#classes.forEach((of, line) => {
      if (of === lineClass.corrected) lines.push(line)
    })
    return lines
  }
}

/**
 * Compares the rows of one upload in one month with what counts there before it.
 * @param before the month as the head has it
 * @param elsewhere whether a key counts in another month as the head has it
 * @returns rows whose content is recorded but whose status is news
 */
export function classifyRows(
  classes: LineClasses,
  month: MonthIndex,
  blocks: readonly Block[],
  before: MonthFold,
  elsewhere: (key: string) => boolean,
): number {
  if (before.results.count === 0) for (const block of blocks) markNewResults(classes, block, elsewhere)
  else classifyResults(classes, month, blocks, before, elsewhere)
  if (before.applied > 0) return classifySpends(classes, blocks, before, elsewhere)
  for (const block of blocks) markNewSpends(classes, block, elsewhere)
  return 0
}

/** Lifetime figures of a post that stood in another month move here. */
function movedSubjects(block: Block, elsewhere: (key: string) => boolean): boolean[] {
  return block.subjects.map((s) => block.lifetime && s.post !== '' && elsewhere(postKey(s.platform, s.post)))
}

function markNewResults(classes: LineClasses, block: Block, elsewhere: (key: string) => boolean): void {
  const { results } = block
  const moved = movedSubjects(block, elsewhere)
  for (let i = 0; i < results.count; i++) {
    if (((results.mask[i] as number) & publicationBit) !== 0) continue
    classes.raise(results.line[i] as number, moved[results.subject[i] as number] ? lineClass.corrected : lineClass.new)
  }
}

function markNewSpends(classes: LineClasses, block: Block, elsewhere: (key: string) => boolean): void {
  const { spends } = block
  const moved = movedSubjects(block, elsewhere)
  for (let i = 0; i < spends.count; i++) {
    const isLine = spends.identity[i] === 1
    const was = isLine
      ? elsewhere(lineKey(block.texts[spends.lineId[i] as number] ?? ''))
      : moved[spends.subject[i] as number]
    classes.raise(spends.line[i] as number, was ? lineClass.corrected : lineClass.new)
  }
}

function classifyResults(
  classes: LineClasses,
  month: MonthIndex,
  blocks: readonly Block[],
  before: MonthFold,
  elsewhere: (key: string) => boolean,
): void {
  const first = firstDayOf(month)
  const own = new ResultGroups(month, first, (minor) => minor)
  for (const block of blocks) own.apply(0, block, () => -1)
  const known = new Int8Array(own.count).fill(-1)
  for (const block of blocks) {
    const { results } = block
    for (let i = 0; i < results.count; i++) {
      if (((results.mask[i] as number) & publicationBit) !== 0) continue
      const subject = block.subjects[results.subject[i] as number] as Subject
      const offset = block.lifetime ? lifetimeOffset : (results.day[i] as number) - first
      const slot = own.find(subject, offset)
      if (slot === undefined) continue
      if (known[slot] === -1) {
        const at = before.results.find(subject, offset)
        const moved = at === undefined && block.lifetime && elsewhere(postKey(subject.platform, subject.post))
        known[slot] = moved ? lineClass.corrected : compareGroups(own, slot, before.results, at)
        if (known[slot] === lineClass.corrected)
          classes.replace(results.line[i] as number, describeGroup(before.results, at), () =>
            at === undefined ? [] : [contentOfGroup(before.results, at)],
          )
      }
      classes.raise(results.line[i] as number, known[slot] as number)
    }
  }
}

function compareGroups(own: ResultGroups, slot: number, before: ResultGroups, at: number | undefined): number {
  if (at === undefined) return lineClass.new
  const ownMask = (own.mask[slot] as number) & anyMeasure
  const shared = ownMask & (before.mask[at] as number)
  for (let m = 0; m < measureCount; m++) {
    if ((shared & (1 << m)) === 0) continue
    if (own.values[m]?.[slot] !== before.values[m]?.[at]) return lineClass.corrected
  }
  if (otherCurrency(own, slot, before, at, shared) || otherSubject(own, slot, before, at)) return lineClass.corrected
  return ownMask === shared ? lineClass.recorded : lineClass.new
}

/** What a group says, in a form that tells it from another. */
function describeGroup(groups: ResultGroups, at: number | undefined): string {
  if (at === undefined) return ''
  const mask = groups.mask[at] as number
  const values = groups.values.map((column, m) => (mask & (1 << m) ? column[at] : ''))
  const money = [measureIndex.revenue, measureIndex.grossProfit].map((m) =>
    mask & (1 << m) ? groups.ownMoney(at, m) : '',
  )
  return JSON.stringify([values, money, groups.creator[at], groups.campaign[at], groups.published[at]])
}

function otherCurrency(own: ResultGroups, slot: number, before: ResultGroups, at: number, shared: number): boolean {
  const money = (groups: ResultGroups, of: number, m: number): string => groups.ownMoney(of, m).join(' ')
  return [measureIndex.revenue, measureIndex.grossProfit].some(
    (m) => (shared & (1 << m)) !== 0 && money(own, slot, m) !== money(before, at, m),
  )
}

/** A blank creator, campaign or publication date says nothing. */
function otherSubject(own: ResultGroups, slot: number, before: ResultGroups, at: number): boolean {
  const creator = own.creator[slot] as number
  const campaign = own.campaign[slot] as number
  const [published, known] = [own.published[slot] as Day, before.published[at] as Day]
  return (
    (creator !== 0 && creator !== before.creator[at]) ||
    (campaign !== 0 && campaign !== before.campaign[at]) ||
    (published !== noDay && known !== noDay && published !== known)
  )
}

function classifySpends(
  classes: LineClasses,
  blocks: readonly Block[],
  before: MonthFold,
  elsewhere: (key: string) => boolean,
): number {
  const rows = blocks.flatMap((block) =>
    Array.from({ length: block.spends.count }, (_, i) => ({
      row: readSpend(block, i),
      identity: block.spends.identity[i],
    })),
  )
  const twins = new Map<string, SpendRow[]>()
  const groups = new Map<string, SpendRow[]>()
  for (const { row, identity } of rows) {
    if (identity === 1) {
      const stands = before.spends.lines.get(row.lineId)?.rows
      const kind = classOfLine(row, stands, elsewhere)
      classes.raise(row.line, kind)
      if (kind === lineClass.corrected) replaceSpends(classes, row.line, stands ?? [])
    } else if (identity === 2) push(groups, row.group, row)
    else push(twins, contentKey(row), row)
  }
  for (const [key, own] of groups) {
    const stands = before.spends.groups.get(key)
    const kind = !stands ? lineClass.new : sameRows(own, stands.rows) ? lineClass.recorded : lineClass.corrected
    for (const row of own) classes.raise(row.line, kind)
    if (kind === lineClass.corrected) {
      const [first] = own
      replaceSpends(classes, first?.line ?? 0, stands?.rows ?? [])
    }
  }
  let statuses = 0
  for (const [key, own] of twins) statuses += classifyTwins(classes, own, before.spends.twins.get(key)?.uploads ?? [])
  return statuses
}

function replaceSpends(classes: LineClasses, line: number, stands: readonly SpendRow[]): void {
  classes.replace(line, stands.map(lineContent).sort().join(' '), () => stands.map(contentOfSpend))
}

/** @param stands the rows of its line id that count in the month */
function classOfLine(
  row: SpendRow,
  stands: readonly SpendRow[] | undefined,
  elsewhere: (key: string) => boolean,
): number {
  if (!stands) return elsewhere(lineKey(row.lineId)) ? lineClass.corrected : lineClass.new
  return stands.some((other) => lineContent(other) === lineContent(row)) ? lineClass.recorded : lineClass.corrected
}

/** @returns rows whose content is recorded and whose status is news */
function classifyTwins(
  classes: LineClasses,
  own: readonly SpendRow[],
  earlier: readonly { statuses: readonly number[] }[],
): number {
  const statuses = earlier.map((upload) => upload.statuses)
  const effective = statuses.length > 0 ? twinStatuses(statuses) : []
  own
    .toSorted((a, b) => a.line - b.line)
    .forEach((row, i) => {
      classes.raise(row.line, i < effective.length ? lineClass.recorded : lineClass.new)
    })
  const after = twinStatuses([...statuses, own.map((row) => row.status)])
  const changed =
    effective.length > 0 && after.length === effective.length && after.sort().join() !== effective.sort().join()
  return changed ? Math.min(own.length, effective.length) : 0
}

function push(table: Map<string, SpendRow[]>, key: string, row: SpendRow): void {
  const list = table.get(key)
  if (list) list.push(row)
  else table.set(key, [row])
}

function sameRows(a: readonly SpendRow[], b: readonly SpendRow[]): boolean {
  const contents = (rows: readonly SpendRow[]): string => rows.map(lineContent).sort().join('\n')
  return a.length === b.length && contents(a) === contents(b)
}
