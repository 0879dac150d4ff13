import { countLines, type Flag, FlaggedLines, type LinesMax, verb } from './flag.ts'
import { isDestroyedId } from './text-facts.ts'

const idsMax = 200_000
const rowsMin = 20
const oddShare = 20

/**
 * Ids that a spreadsheet shortened; and, in a column whose ids hardly ever repeat, those that do or are missing.
 * @param header a column that names things by id
 */
export class IdFlagger {
  readonly #header: string
  readonly #isKey: boolean
  readonly #destroyed: FlaggedLines
  readonly #repeated: FlaggedLines
  readonly #blank: FlaggedLines
  readonly #seen = new Set<string>()
  #rows = 0

  /** @param isKey look for repeats as well */
  constructor(header: string, isKey: boolean, linesMax: LinesMax) {
    this.#header = header
    this.#isKey = isKey
    this.#destroyed = new FlaggedLines(linesMax('id-destroyed'))
    this.#repeated = new FlaggedLines(linesMax('id-repeated'))
    this.#blank = new FlaggedLines(linesMax('id-blank'))
  }

  add(line: number, text: string): void {
    this.#rows++
    if (text === '') this.#blank.add(line)
    else if (text.length < 20 && isDestroyedId(text)) this.#destroyed.add(line)
    if (!this.#isKey || text === '') return
    if (this.#seen.has(text)) this.#repeated.add(line)
    else if (this.#seen.size < idsMax) this.#seen.add(text)
  }

  flags(): Flag[] {
    const flags = this.#destroyed.toFlag(
      'id-destroyed',
      `${countLines(this.#destroyed.total)} of “${this.#header}” ${verb(this.#destroyed.total, 'hold')} a number that a spreadsheet shortened, as in 2E+11: different ids may look the same. Export the column as text.`,
    )
    // Where ids repeat all over the column they are no keys, and say nothing.
    if (!this.#isKey || this.#rows < rowsMin || this.#repeated.total * oddShare > this.#rows) return flags
    flags.push(
      ...this.#repeated.toFlag(
        'id-repeated',
        `${countLines(this.#repeated.total)} of “${this.#header}” ${verb(this.#repeated.total, 'repeat')} an id, which hardly any other line does.`,
      ),
    )
    if (this.#blank.total * oddShare <= this.#rows)
      flags.push(
        ...this.#blank.toFlag(
          'id-blank',
          `${countLines(this.#blank.total)} of “${this.#header}” ${verb(this.#blank.total, 'have')} no id.`,
        ),
      )
    return flags
  }
}
