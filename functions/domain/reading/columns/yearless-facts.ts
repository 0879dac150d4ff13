import { addEvidence, type Evidence, noEvidence } from './evidence.ts'
import { isMissing } from './number-words.ts'
import { dayIn, readYearless, type YearlessOrder, type YearlessText } from './yearless-text.ts'

/** What the cells of a column show that name a day and a month, but no year. Plain data. */
export type YearlessFacts = {
  seen: Evidence
  /** Days that occur in each order, as 100 × month + day. */
  days: Record<YearlessOrder, number[]>
  dmyOnly: Evidence
  mdyOnly: Evidence
  /** Another day in each order. */
  differ: Evidence
  /** Between day and month; '' where they stand side by side. */
  separators: string[]
  /** Cells such as `2012`, which may as well be a year. */
  years: number
}

const missesMax = 100
const keptMax = 1000

/** Looks at the cells of one column as days without a year, until too many are none. */
export class YearlessProfiler {
  readonly #facts: Omit<YearlessFacts, 'days'> = {
    seen: noEvidence(),
    dmyOnly: noEvidence(),
    mdyOnly: noEvidence(),
    differ: noEvidence(),
    separators: [],
    years: 0,
  }
  readonly #days = { dmy: new Set<number>(), mdy: new Set<number>() }
  readonly #kept = new Map<string, YearlessText | null>()
  #misses = 0

  add(line: number, cell: string): void {
    if (this.#misses > missesMax) return
    const text = this.#read(cell)
    if (text) this.#count(line, cell, text)
    else if (!isMissing(cell)) this.#misses++
  }

  facts(): YearlessFacts | null {
    const { seen } = this.#facts
    if (seen.cells === 0 || this.#misses > Math.min(missesMax, seen.cells)) return null
    const sorted = (days: Set<number>): number[] => [...days].sort((a, b) => a - b)
    return { ...this.#facts, days: { dmy: sorted(this.#days.dmy), mdy: sorted(this.#days.mdy) } }
  }

  #read(cell: string): YearlessText | null {
    const known = this.#kept.get(cell)
    if (known !== undefined) return known
    const text = readYearless(cell) ?? null
    if (this.#kept.size < keptMax) this.#kept.set(cell, text)
    return text
  }

  #count(line: number, cell: string, text: YearlessText): void {
    const facts = this.#facts
    addEvidence(facts.seen, line, cell)
    const [dmy, mdy] = [dayIn(text, 'dmy'), dayIn(text, 'mdy')]
    if (dmy !== undefined) this.#days.dmy.add(dmy)
    if (mdy !== undefined) this.#days.mdy.add(mdy)
    if (mdy === undefined) addEvidence(facts.dmyOnly, line, cell)
    else if (dmy === undefined) addEvidence(facts.mdyOnly, line, cell)
    else if (dmy !== mdy) addEvidence(facts.differ, line, cell)
    if (text.form === 'named') return
    if (!facts.separators.includes(text.separator)) facts.separators.push(text.separator)
    if (text.separator === '' && cell >= '1990' && cell <= '2099') facts.years++
  }
}
