import { limits } from '../../contract/limits.ts'
import type { Problem, ProblemCause } from '../../contract/problem.ts'

/** How many different things found at one place are causes of their own; the others are one that says so. */
const ownCausesMax = 20

/** Groups problems that one correction mends: the same code in the same column, and the same thing found there. */
export class ProblemCauses {
  readonly #own = new Map<string, ProblemCause>()
  /** By code and column, what is beyond the number of causes that are told apart. */
  readonly #mixed = new Map<string, ProblemCause>()
  #beyond = 0

  add(problem: Problem): void {
    const known = this.#own.get(causeKey(problem))
    const { line, found } = problem
    if (known) count(known, 1, [{ line, found }])
    else this.#take({ ...withoutLine(problem), problems: 1, lines: [{ line, found }] })
  }

  merge(other: ProblemCauses): void {
    for (const cause of [...other.#own.values(), ...other.#mixed.values()]) {
      const known = cause.found === null ? undefined : this.#own.get(causeKey(cause))
      if (known) count(known, cause.problems, cause.lines)
      else this.#take({ ...cause, lines: [...cause.lines] })
    }
    this.#beyond += other.#beyond
  }

  /** The largest causes, those of the whole file first; `beyond`: problems of causes that are not among them. */
  list(): { causes: ProblemCause[]; beyond: number } {
    const places = new Map<string, ProblemCause[]>()
    for (const cause of [...this.#own.values(), ...this.#mixed.values()]) {
      const place = placeKey(cause)
      places.set(place, [...(places.get(place) ?? []), cause])
    }
    const causes = [...places.values()].flatMap(gather).toSorted(byWeight)
    const listed = causes.slice(0, limits.problemCausesListedMax)
    const beyond = causes.slice(listed.length).reduce((sum, { problems }) => sum + problems, this.#beyond)
    return { causes: listed, beyond }
  }

  #take(cause: ProblemCause): void {
    if (cause.found !== null && this.#own.size < limits.problemCausesKeptMax) {
      this.#own.set(causeKey(cause), cause)
      return
    }
    const place = placeKey(cause)
    const mixed = this.#mixed.get(place)
    if (mixed) count(mixed, cause.problems, cause.lines)
    else if (this.#mixed.size < limits.problemCausesKeptMax) this.#mixed.set(place, { ...cause, found: null })
    else this.#beyond += cause.problems
  }
}

type Keyed = Pick<ProblemCause, 'code' | 'column' | 'found'>

const placeKey = ({ code, column }: Keyed): string => `${code}\n${column}`
const causeKey = (cause: Keyed): string => `${placeKey(cause)}\n${cause.found}`

function withoutLine({ line: _, ...cause }: Problem): Omit<Problem, 'line'> {
  return cause
}

function count(cause: ProblemCause, problems: number, lines: ProblemCause['lines']): void {
  cause.problems += problems
  cause.lines.push(...lines.slice(0, limits.problemCauseLinesMax - cause.lines.length))
}

/** One file of rates mends them, whatever their days. */
const isMendedAtOnce = ({ code }: Keyed): boolean => code === 'no-rate'

/** Of one place: what stands there often are causes of their own, what stands there once is one together. */
function gather(causes: ProblemCause[]): ProblemCause[] {
  const often = causes
    .filter((cause) => cause.found !== null && cause.problems > 1 && !isMendedAtOnce(cause))
    .toSorted(byWeight)
  const own = new Set(often.slice(0, ownCausesMax))
  const others = causes.filter((cause) => !own.has(cause))
  const first = others[0]
  if (!first || others.length === 1) return [...own, ...others]
  const lines = others.flatMap((cause) => cause.lines).toSorted((a, b) => a.line - b.line)
  const problems = others.reduce((sum, cause) => sum + cause.problems, 0)
  return [...own, { ...first, found: null, problems, lines: lines.slice(0, limits.problemCauseLinesMax) }]
}

function byWeight(a: ProblemCause, b: ProblemCause): number {
  const line = ({ lines }: ProblemCause): number => lines[0]?.line ?? 0
  const whole = Number(line(b) === 0) - Number(line(a) === 0)
  return whole || b.problems - a.problems || line(a) - line(b)
}
