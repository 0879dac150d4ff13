import { withoutNoise } from '../../money/ieee-noise.ts'
import { PlainNumber } from '../../money/plain-number.ts'
import { addEvidence, type Evidence, noEvidence } from './evidence.ts'
import { ExactTally } from './exact-tally.ts'
import { type Digits, readParts } from './number-body.ts'
import { type NumberParts, splitNumber } from './number-text.ts'
import type { Side } from './number-words.ts'

/** The amounts of one column with one currency mark on one side of the books, added up in both readings. */
export type MarkSum = { mark: string; side: Side; seen: Evidence; point: string; comma: string }

/** What all numbers of a column show. Plain data: it can be kept and decided on again. */
export type NumberFacts = {
  /** Cells that are a number in some reading. */
  numbers: Evidence
  /** Fits only with a decimal point, only with a decimal comma, or with both but as another number. */
  pointOnly: Evidence
  commaOnly: Evidence
  either: Evidence
  /** Cells with decimals that are not zeros, in each reading. */
  fractions: { point: number; comma: number }
  negatives: Evidence
  positives: number
  percents: Evidence
  scientific: Evidence
  powers: Evidence
  /** Digits only, starting with a zero: rather a code than a number. */
  zeroLed: Evidence
  /** Several marks need several answers: beyond the bound cells count under the last. */
  sums: MarkSum[]
}

const sumsMax = 30
const splitsKeptMax = 20_000

type Tally = { mark: string; side: Side; seen: Evidence; point: ExactTally; comma: ExactTally }

/** Looks at the cells of one column as numbers. Holds no cell but the first examples. */
export class NumberProfiler {
  readonly #facts: Omit<NumberFacts, 'sums'> = {
    numbers: noEvidence(),
    pointOnly: noEvidence(),
    commaOnly: noEvidence(),
    either: noEvidence(),
    fractions: { point: 0, comma: 0 },
    negatives: noEvidence(),
    positives: 0,
    percents: noEvidence(),
    scientific: noEvidence(),
    powers: noEvidence(),
    zeroLed: noEvidence(),
  }
  readonly #bare = newTally('', '')
  readonly #tallies: Tally[] = [this.#bare]
  /** The last plain number that was scanned. */
  readonly plain = new PlainNumber()
  readonly #splits = new Map<string, NumberParts | null>()

  facts(): NumberFacts {
    const sums = this.#tallies
      .filter(({ seen }) => seen.cells > 0)
      .map(({ mark, side, seen, point, comma }) => ({ mark, side, seen, point: `${point}`, comma: `${comma}` }))
    return { ...this.#facts, sums }
  }

  /**
   * Takes the usual cell (`-1234.56`); `plain` then holds it.
   * @param exact the cell is a number of a workbook: its point is the decimal one
   */
  addPlain(line: number, text: string, exact: boolean): boolean {
    const plain = this.plain
    if (!plain.scan(text)) return false
    const facts = this.#facts
    const { units, places, negative, value: signed } = plain
    addEvidence(facts.numbers, line, text)
    addEvidence(this.#bare.seen, line, text)
    if (negative && units !== 0) addEvidence(facts.negatives, line, text)
    else if (units !== 0) facts.positives++
    if (places === 0) {
      if (plain.zeroLed && plain.digits > 1) addEvidence(facts.zeroLed, line, text)
      this.#bare.point.add(signed, 0)
      this.#bare.comma.add(signed, 0)
    } else if (exact) this.#addDecimal(signed, places, true, true)
    else if (plain.maybeThousands) {
      addEvidence(facts.either, line, text)
      this.#bare[plain.mark === 46 ? 'comma' : 'point'].add(signed, 0)
      this.#addDecimal(signed, places, plain.mark === 46, plain.mark === 44)
    } else {
      addEvidence(plain.mark === 46 ? facts.pointOnly : facts.commaOnly, line, text)
      this.#addDecimal(signed, places, plain.mark === 46, plain.mark === 44)
    }
    return true
  }

  #addDecimal(units: number, places: number, point: boolean, comma: boolean): void {
    const fraction = units % 10 ** places !== 0
    if (point) this.#bare.point.add(units, places)
    if (comma) this.#bare.comma.add(units, places)
    if (point && fraction) this.#facts.fractions.point++
    if (comma && fraction) this.#facts.fractions.comma++
  }

  /** Takes a number with marks, units or groups. @returns whether it is one */
  addWritten(line: number, text: string, exact: boolean): boolean {
    const parts = this.#split(text)
    if (!parts) return false
    const point = readParts(parts, '.')
    const comma = exact ? point : readParts(parts, ',')
    const either = point ?? comma
    if (!either) return false
    const facts = this.#facts
    const negative = parts.negative || parts.side === 'credit'
    addEvidence(facts.numbers, line, text)
    if (/[1-9]/.test(either.digits)) {
      if (negative) addEvidence(facts.negatives, line, text)
      else facts.positives++
    }
    if (parts.percent) addEvidence(facts.percents, line, text)
    if (parts.scientific) addEvidence(facts.scientific, line, text)
    else if (parts.power !== 0) addEvidence(facts.powers, line, text)
    if (!point) addEvidence(facts.commaOnly, line, text)
    else if (!comma) addEvidence(facts.pointOnly, line, text)
    else if (point.places !== comma.places || point.digits !== comma.digits) addEvidence(facts.either, line, text)
    if (point && hasFraction(point)) facts.fractions.point++
    if (comma && hasFraction(comma)) facts.fractions.comma++
    const tally = this.#tally(parts)
    addEvidence(tally.seen, line, text)
    if (point) tally.point.addBig(...unitsOf(point, negative))
    if (comma) tally.comma.addBig(...unitsOf(comma, negative))
    return true
  }

  #split(text: string): NumberParts | null {
    const kept = this.#splits.get(text)
    if (kept !== undefined) return kept
    const parts = splitNumber(text) ?? null
    if (this.#splits.size < splitsKeptMax) this.#splits.set(text, parts)
    return parts
  }

  #tally({ mark, side }: NumberParts): Tally {
    const found = this.#tallies.find((tally) => tally.mark === mark && tally.side === side)
    if (found) return found
    if (this.#tallies.length >= sumsMax) return this.#tallies.at(-1) as Tally
    const tally = newTally(mark, side)
    this.#tallies.push(tally)
    return tally
  }
}

function newTally(mark: string, side: Side): Tally {
  return { mark, side, seen: noEvidence(), point: new ExactTally(), comma: new ExactTally() }
}

const hasFraction = ({ digits, places }: Digits): boolean => places > 0 && /[1-9]/.test(digits.slice(-places))

const unitsOf = ({ digits, places }: Digits, negative: boolean): [bigint, number] =>
  withoutNoise(negative ? -BigInt(digits) : BigInt(digits), places)
