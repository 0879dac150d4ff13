import { type DateFacts, DateProfiler } from './date-facts.ts'
import { addEvidence, type Evidence, noEvidence } from './evidence.ts'
import { type NumberFacts, NumberProfiler } from './number-facts.ts'
import { isErrorCell, isMissing } from './number-words.ts'
import { type TextFacts, TextProfiler, type TextTrait, traitOf } from './text-facts.ts'
import { lookAt } from './text-look.ts'
import { type YearlessFacts, YearlessProfiler } from './yearless-facts.ts'

const keptMax = 20_000

/** What a workbook says about a cell: its text is then plain digits with a point, or an ISO date. */
export type CellType = 'number' | 'date'

/** What all cells of a column show. Plain data, small whatever the file's size. */
export type ColumnFacts = {
  header: string
  /** Position in the records. */
  at: number
  filled: number
  missing: number
  errors: Evidence
  number: NumberFacts
  date: DateFacts
  /** Null where it is no column of days without a year. */
  yearless: YearlessFacts | null
  text: TextFacts
}

/** Looks at one column, cell by cell, in bounded memory. What it finds does not depend on how its cells come in. */
export class ColumnProfiler {
  readonly #at: number
  readonly #header: string
  #filled = 0
  #missing = 0
  readonly #errors = noEvidence()
  readonly #number = new NumberProfiler()
  readonly #date = new DateProfiler()
  readonly #yearless = new YearlessProfiler()
  readonly #text = new TextProfiler()
  /** Texts that are neither number nor date, which most columns repeat. */
  readonly #texts = new Map<string, TextTrait>()

  constructor(at: number, header: string) {
    this.#at = at
    this.#header = header
  }

  add(line: number, cell: string, type?: CellType): void {
    if (cell === '') {
      this.#missing++
      return
    }
    this.#yearless.add(line, cell)
    if (type === 'date') {
      this.#filled++
      this.#date.add(line, cell)
      this.#text.list(cell)
      return
    }
    const trait = this.#texts.get(cell)
    if (trait) this.#addText(line, cell, trait)
    else if (this.#number.addPlain(line, cell, type === 'number')) this.#addDigits(line, cell)
    else if (isMissing(cell)) this.#missing++
    else if (isErrorCell(cell)) addEvidence(this.#errors, line, cell)
    else this.#addWritten(line, cell, type === 'number')
  }

  facts(): ColumnFacts {
    return {
      header: this.#header,
      at: this.#at,
      filled: this.#filled,
      missing: this.#missing,
      errors: this.#errors,
      number: this.#number.facts(),
      date: this.#date.facts(),
      yearless: this.#yearless.facts(),
      text: this.#text.facts(),
    }
  }

  #addDigits(line: number, cell: string): void {
    const { digits, places, negative } = this.#number.plain
    this.#filled++
    this.#text.list(cell)
    if (negative) return
    if (places === 0) this.#text.addDigits(line, cell)
    // Days of Excel's, `202603`, `20260314` and `03.2026` are numbers as well.
    const whole = digits - places
    if (whole === 5 || (places === 0 && (whole === 6 || whole === 8)) || (places === 4 && whole <= 2))
      this.#date.add(line, cell)
  }

  #addWritten(line: number, cell: string, exact: boolean): void {
    const look = lookAt(cell)
    const isNumber = look === 3 && this.#number.addWritten(line, cell, exact)
    const isDate = look !== 0 && this.#date.add(line, cell)
    if (!isNumber && !isDate) {
      const trait = traitOf(cell)
      if (this.#texts.size < keptMax) this.#texts.set(cell, trait)
      this.#addText(line, cell, trait)
      return
    }
    this.#filled++
    this.#text.list(cell)
    if (!isDate) this.#text.add(line, cell, traitOf(cell))
  }

  #addText(line: number, cell: string, trait: TextTrait): void {
    this.#filled++
    this.#text.list(cell)
    this.#text.add(line, cell, trait)
  }
}

/** Whether a column holds days that all lack their year: where some have one, those without are mistakes. */
export function isYearless({ yearless, date, filled }: ColumnFacts): boolean {
  if (!yearless || yearless.seen.cells * 2 <= filled || yearless.years === yearless.seen.cells) return false
  return date.dates.cells + date.months.cells + date.serials.cells === 0
}
