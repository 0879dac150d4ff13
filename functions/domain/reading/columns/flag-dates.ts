import { formatDay, parseDay } from '../../calendar.ts'
import { countLines, type Flag, FlaggedLines, type LinesMax, verb } from './flag.ts'

const datesMin = 20
const oddShare = 20

/** Dates after the file's own period, and those that break the order of a sorted file. */
export class DateFlagger {
  readonly #header: string
  readonly #period: { first: number; last: number } | null
  readonly #after: FlaggedLines
  readonly #before: FlaggedLines
  readonly #downs: FlaggedLines
  readonly #ups: FlaggedLines
  #dates = 0
  #steps = 0
  #last: { line: number; day: number } | null = null
  #beforeLast: number | null = null

  constructor(header: string, period: { first: number; last: number } | null, linesMax: LinesMax) {
    this.#header = header
    this.#period = period
    this.#after = new FlaggedLines(linesMax('date-after-period'))
    this.#before = new FlaggedLines(linesMax('date-before-period'))
    this.#downs = new FlaggedLines(linesMax('date-out-of-sequence'))
    this.#ups = new FlaggedLines(linesMax('date-out-of-sequence'))
  }

  add(line: number, text: string): void {
    const day = text === '' ? undefined : parseDay(text)
    if (day === undefined) return
    this.#dates++
    if (this.#period && day > this.#period.last) this.#after.add(line)
    if (this.#period && day < this.#period.first) this.#before.add(line)
    this.#step(line, day)
  }

  flags(): Flag[] {
    const period = this.#period
    const span = period ? `${formatDay(period.first)} to ${formatDay(period.last)}` : ''
    return [
      ...this.#after.toFlag(
        'date-after-period',
        `${countLines(this.#after.total)} of “${this.#header}” ${verb(this.#after.total, 'lie')} after the file's own period, ${span}.`,
      ),
      ...this.#before.toFlag(
        'date-before-period',
        `${countLines(this.#before.total)} of “${this.#header}” ${verb(this.#before.total, 'lie')} before the file's own period, ${span}.`,
      ),
      ...this.#outOfSequence(),
    ]
  }

  #step(line: number, day: number): void {
    const last = this.#last
    if (last && day !== last.day) {
      this.#steps++
      const [down, before] = [day < last.day, this.#beforeLast]
      // The odd one is the date before if this one fits what came before that.
      const lastIsOdd = before !== null && (down ? day >= before : day <= before)
      ;(down ? this.#downs : this.#ups).add(lastIsOdd ? last.line : line)
    }
    if (last) this.#beforeLast = last.day
    this.#last = { line, day }
  }

  #outOfSequence(): Flag[] {
    const odd = this.#downs.total < this.#ups.total ? this.#downs : this.#ups
    if (this.#dates < datesMin || this.#steps < datesMin || odd.total * oddShare > this.#steps) return []
    const order = odd === this.#downs ? 'oldest' : 'newest'
    return odd.toFlag(
      'date-out-of-sequence',
      `“${this.#header}” runs ${order} first, but for ${countLines(odd.total)}. Is a day or a year mistyped there?`,
    )
  }
}
