import { limits } from '../../contract/limits.ts'
import type { Problem } from '../../contract/problem.ts'
import { ProblemCauses } from './problem-causes.ts'

const foundCharsMax = 80
/** A page of problems must stay far below an item's bound, whatever the file holds. */
const messageCharsMax = 1000
const namedMax = 15

/** Collects problems: the first ones whole, all of them counted, and which lines they stand on. */
export class ProblemLog {
  readonly listed: Problem[] = []
  readonly lines = new Set<number>()
  readonly causes = new ProblemCauses()
  total = 0
  #fatal = false

  add(found: Problem): void {
    const problem = inFewWords(found)
    this.total++
    this.causes.add(problem)
    if (problem.line > 0) this.lines.add(problem.line)
    else {
      this.#fatal = true
      // What stops the reading is listed even where the list is full: it is the one that must be mended first.
      if (this.listed.length === limits.problemsListedMax) this.listed.pop()
    }
    if (this.listed.length < limits.problemsListedMax) this.listed.push(problem)
  }

  /** Adds what another pass over the same file found. */
  merge(other: ProblemLog): void {
    this.total += other.total
    this.causes.merge(other.causes)
    this.#fatal ||= other.fatal
    for (const line of other.lines) this.lines.add(line)
    this.listed.push(...other.listed.slice(0, limits.problemsListedMax - this.listed.length))
  }

  /** The whole file cannot be read: some problem, listed or not, speaks of no line. */
  get fatal(): boolean {
    return this.#fatal
  }
}

/** A message quotes the cell: what it says to do about it must not be cut off with that. */
function inFewWords({ found, message, column, ...rest }: Problem): Problem {
  const cell = found.trim()
  const quoted = cell.length <= foundCharsMax ? message : message.replaceAll(cell, shorten(cell))
  return { ...rest, column: shorten(column), found: shorten(found), message: shorten(quoted, messageCharsMax - 1) }
}

export function shorten(text: string, charsMax = foundCharsMax): string {
  return text.length <= charsMax ? text : `${text.slice(0, charsMax).toWellFormed()}…`
}

/** The first few of a list, and how many more there are. */
export function nameSome(texts: readonly string[]): string {
  const rest = texts.length > namedMax ? ` and ${texts.length - namedMax} more` : ''
  return (
    texts
      .slice(0, namedMax)
      .map((text) => shorten(text, 40))
      .join(', ') + rest
  )
}
