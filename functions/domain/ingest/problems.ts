import { limits } from '../../contract/limits.ts'
import type { Problem } from '../../contract/problem.ts'

const foundCharsMax = 80

/** Collects problems: the first ones whole, all of them counted, and which lines they stand on. */
export class ProblemLog {
  readonly listed: Problem[] = []
  readonly lines = new Set<number>()
  total = 0
  #fatal = false

  add(problem: Problem): void {
    this.total++
    if (problem.line > 0) this.lines.add(problem.line)
    else {
      this.#fatal = true
      // What stops the reading is listed even where the list is full: it is the one that must be mended first.
      if (this.listed.length === limits.problemsListedMax) this.listed.pop()
    }
    if (this.listed.length < limits.problemsListedMax) {
      this.listed.push({ ...problem, found: shorten(problem.found) })
    }
  }

  /** The whole file cannot be read: some problem, listed or not, speaks of no line. */
  get fatal(): boolean {
    return this.#fatal
  }
}

export function shorten(text: string): string {
  return text.length <= foundCharsMax ? text : `${text.slice(0, foundCharsMax)}…`
}
