import type { UploadId } from '../../contract/ids.ts'
import type { Problem } from '../../contract/problem.ts'
import { type Day, formatDay, formatMonth, noDay } from '../calendar.ts'
import type { Block, Subject } from './block.ts'
import type { KeyConflict } from './find-conflicts.ts'
import type { MonthFold } from './fold-month.ts'
import { costBit, measures, publicationBit } from './measures.ts'
import { lineKey, pairKey, postKey } from './month-index.ts'
import { contentKey, readSpend } from './spend-rows.ts'

export type RowProblemInput = {
  blocks: readonly Block[]
  /** The month as the other listed uploads make it. */
  before: MonthFold
  conflicts: ReadonlyMap<string, KeyConflict>
  /** Whether an amount can be converted at a day's rate. */
  hasRate: (currency: string, day: Day) => boolean
  reportingCurrency: string
  /** Rows with and without a line id that say the same are taken for different ones. */
  twinsDiffer: boolean
  /** Uploads of `before` by their position there. */
  uploads: readonly UploadId[]
  /** An upload that this one replaces: its rows are no other rows. */
  replaces: UploadId | null
  /** What the upload's rows of the months before say of each post; this month's are added. */
  posts: Map<string, Subject>
}

/** What stands between the rows of an upload in one month and the books; each row at most once. */
export function* findRowProblems(input: RowProblemInput): Generator<Problem> {
  const spends = input.blocks.some((block) => block.spends.count > 0)
  const twins = input.twinsDiffer || !spends ? undefined : contentsBeside(input)
  for (const block of input.blocks) {
    const conflicts = block.subjects.map((subject) => subjectConflicts(input.conflicts, subject))
    const contradicted = contradictions(block, input.posts)
    yield* resultProblems(input, block, conflicts, contradicted)
    yield* spendProblems(input, block, conflicts, twins)
  }
}

function* resultProblems(
  input: RowProblemInput,
  block: Block,
  conflicts: readonly (KeyConflict | undefined)[],
  contradicted: ReadonlyMap<number, Subject>,
): Generator<Problem> {
  const { results } = block
  const foreign = block.currencies.some((currency) => currency !== input.reportingCurrency)
  if (input.conflicts.size === 0 && contradicted.size === 0 && !foreign) return
  for (let i = 0; i < results.count; i++) {
    const mask = results.mask[i] as number
    if (mask & publicationBit) continue
    const at = results.subject[i] as number
    const subject = block.subjects[at] as Subject
    const line = results.line[i] as number
    const other = contradicted.get(at)
    if (other) {
      yield contradiction(line, subject, other)
      continue
    }
    const conflict = conflicts[at]
    if (conflict && (mask & conflict.mask) !== 0) {
      yield keyProblem(line, subject, conflict, mask)
      continue
    }
    const currency = block.currencies[results.currency[i] as number]
    if (currency && currency !== input.reportingCurrency && !input.hasRate(currency, results.day[i] as Day)) {
      yield noRate(line, currency, results.day[i] as Day, input.reportingCurrency)
    }
  }
}

function* spendProblems(
  input: RowProblemInput,
  block: Block,
  conflicts: readonly (KeyConflict | undefined)[],
  twins: { withId: Set<string>; withoutId: Set<string> } | undefined,
): Generator<Problem> {
  const { spends } = block
  for (let i = 0; i < spends.count; i++) {
    const row = readSpend(block, i)
    const subject = block.subjects[spends.subject[i] as number] as Subject
    const conflict =
      spends.identity[i] === 1 ? input.conflicts.get(lineKey(row.lineId)) : conflicts[spends.subject[i] as number]
    if (conflict && (spends.identity[i] === 1 || (conflict.mask & costBit) !== 0)) {
      yield keyProblem(row.line, subject, conflict, costBit, row.lineId)
    } else if (
      twins &&
      spends.identity[i] !== 2 &&
      (row.lineId === '' ? twins.withId : twins.withoutId).has(contentKey(row))
    ) {
      yield twinProblem(row.line, row.lineId)
    } else if (row.currency !== input.reportingCurrency && !input.hasRate(row.currency, row.day)) {
      yield noRate(row.line, row.currency, row.day, input.reportingCurrency)
    }
  }
}

function subjectConflicts(conflicts: ReadonlyMap<string, KeyConflict>, subject: Subject): KeyConflict | undefined {
  if (conflicts.size === 0) return undefined
  const post = subject.post === '' ? undefined : conflicts.get(postKey(subject.platform, subject.post))
  const pair = subject.creator === 0 ? undefined : conflicts.get(pairKey(subject.creator, subject.campaign))
  // Of a file that itself has both, the rows without a post are named: those with one say more.
  const named = pair && (pair.upload !== null || subject.post === '') ? pair : undefined
  return post ?? named
}

/** Subjects that say otherwise of a post than those before in `told`: creator, campaign or publication. */
function contradictions(block: Block, told: Map<string, Subject>): Map<number, Subject> {
  const found = new Map<number, Subject>()
  block.subjects.forEach((subject, at) => {
    if (subject.post === '') return
    const key = postKey(subject.platform, subject.post)
    const known = told.get(key)
    if (!known) {
      told.set(key, subject)
      return
    }
    const differs = (a: number, b: number, none: number): boolean => a !== none && b !== none && a !== b
    if (
      differs(known.creator, subject.creator, 0) ||
      differs(known.campaign, subject.campaign, 0) ||
      differs(known.published, subject.published, noDay)
    ) {
      found.set(at, known)
    } else if (saysMore(subject, known)) {
      told.set(key, {
        ...known,
        creator: known.creator || subject.creator,
        campaign: known.campaign || subject.campaign,
        published: known.published === noDay ? subject.published : known.published,
      })
    }
  })
  return found
}

const saysMore = (subject: Subject, known: Subject): boolean =>
  (known.creator === 0 && subject.creator !== 0) ||
  (known.campaign === 0 && subject.campaign !== 0) ||
  (known.published === noDay && subject.published !== noDay)

/** Contents that other uploads have with and without a line id. */
function contentsBeside(input: RowProblemInput): { withId: Set<string>; withoutId: Set<string> } {
  const replaced = input.uploads.indexOf(input.replaces as UploadId)
  const withId = new Set<string>()
  const withoutId = new Set<string>()
  const { lines, twins } = input.before.spends
  for (const { upload, rows } of lines.values()) {
    if (upload !== replaced) for (const row of rows) withId.add(contentKey(row))
  }
  for (const [key, { uploads }] of twins) {
    if (uploads.some(({ upload }) => upload !== replaced)) withoutId.add(key)
  }
  return { withId, withoutId }
}

function keyProblem(line: number, subject: Subject, conflict: KeyConflict, mask: number, lineId = ''): Problem {
  const where = conflict.upload === null ? 'this file' : `upload ${conflict.upload}`
  const months = [...new Set(conflict.months)].map(formatMonth).join(', ')
  const figures = [
    ...measures.filter((_, m) => mask & conflict.mask & (1 << m)),
    ...(mask & conflict.mask & costBit ? ['cost'] : []),
  ].join(', ')
  switch (conflict.code) {
    case 'line-would-move':
      return {
        line,
        column: 'line_id',
        found: lineId,
        expected: `a line in ${months}, where ${where} has it`,
        code: conflict.code,
        message: `Line id ${lineId} stands in ${months} in ${where}; this file would take it out of there. If it really moved, check again with moves "move"; else correct its date or exclude line ${line}.`,
      }
    case 'daily-and-lifetime':
      return {
        line,
        column: 'post',
        found: subject.post,
        expected: 'figures of a post either by day or to date',
        code: conflict.code,
        message: `Post ${subject.post} has ${figures} by day in one file and to date in the other (${where}): added up they would count twice. Exclude line ${line}, or revert or replace ${where}.`,
      }
    case 'with-and-without-posts':
      return {
        line,
        column: 'post',
        found: subject.post,
        expected: 'figures of a creator in a campaign either by post or without posts',
        code: conflict.code,
        message: `This creator has ${figures} in this campaign both with posts and without (${where}): added up they would count twice. Exclude line ${line}, or revert or replace the other.`,
      }
  }
}

function contradiction(line: number, subject: Subject, other: Subject): Problem {
  const what = subject.published !== other.published && other.published !== noDay && subject.published !== noDay
  return {
    line,
    column: what ? 'published' : 'post',
    found: what ? formatDay(subject.published) : subject.post,
    expected: what ? formatDay(other.published) : 'one creator and one campaign for a post',
    code: 'post-contradicted',
    message: what
      ? `Post ${subject.post} was published on ${formatDay(other.published)} by another line of this file. Correct one of the two.`
      : `Post ${subject.post} belongs to another creator or campaign by another line of this file. Correct one of the two.`,
  }
}

function twinProblem(line: number, lineId: string): Problem {
  const [has, other] = lineId === '' ? ['no line id', 'with one'] : [`line id ${lineId}`, 'without one']
  return {
    line,
    column: 'line_id',
    found: lineId,
    expected: lineId === '' ? 'the line id that the other upload has' : 'no other row with the same content',
    code: 'twin-with-and-without-id',
    message: `This row has ${has}; a row with the same content stands ${other} in another upload, so it may be the same cost twice. Replace that upload, exclude line ${line}, or check again with twins "differ" if they are two costs.`,
  }
}

function noRate(line: number, currency: string, day: Day, reporting: string): Problem {
  return {
    line,
    column: 'currency',
    found: `${currency} on ${formatDay(day)}`,
    expected: `a rate from ${currency} to ${reporting} of that day or the seven before`,
    code: 'no-rate',
    message: `There is no exchange rate from ${currency} to ${reporting} for ${formatDay(day)} or the seven days before. Upload a file of exchange rates with it, then check again.`,
  }
}
