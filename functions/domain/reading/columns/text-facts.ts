import { currenciesOfMark } from './currency-marks.ts'
import { addEvidence, type Evidence, noEvidence } from './evidence.ts'

/** What the texts of a column show: whether they are codes, links, names. Plain data. */
export type TextFacts = {
  texts: Evidence
  links: number
  /** `@anna` */
  handles: number
  currencies: number
  booleans: Evidence
  /** `2.02313E+11`: an id whose digits a spreadsheet threw away. */
  destroyed: Evidence
  /** Digits only, by length; and those of them that start with a zero. */
  widths: Record<number, number>
  padded: Record<number, number>
  shortest: Record<number, Evidence>
  /** The first differing values, for a look at the column and to tell what it lists. */
  values: string[]
  /** More values than that. */
  moreValues: boolean
  /** Some value stands in several cells: it names no line. */
  repeated: boolean
}

const valuesMax = 40
const valueCharsMax = 80
const widthMax = 30
/** Values that are told apart; in a longer file the reader of rows finds what stands twice. */
const uniqueMax = 200_000

/** What one text is. */
export type TextTrait = { link: boolean; handle: boolean; currency: boolean; boolean: boolean; destroyed: boolean }

const booleans = new Set(
  'true false yes no y n ja nein oui non si sí sim não ya tidak có không wahr falsch vrai faux verdadero falso verdadeiro x ✓ ✔'.split(
    ' ',
  ),
)

/** Looks at the cells of one column as texts. */
export class TextProfiler {
  readonly #facts: TextFacts = {
    texts: noEvidence(),
    links: 0,
    handles: 0,
    currencies: 0,
    booleans: noEvidence(),
    destroyed: noEvidence(),
    widths: {},
    padded: {},
    shortest: {},
    values: [],
    moreValues: false,
    repeated: false,
  }
  readonly #values = new Set<string>()
  /** Hashes of all values, until one stands twice. */
  #seen: Set<number> | undefined = new Set()

  add(line: number, text: string, trait: TextTrait): void {
    const facts = this.#facts
    addEvidence(facts.texts, line, text)
    if (trait.link) facts.links++
    if (trait.handle) facts.handles++
    if (trait.currency) facts.currencies++
    if (trait.boolean) addEvidence(facts.booleans, line, text)
    if (trait.destroyed) addEvidence(facts.destroyed, line, text)
  }

  /** Digits only: a number or a code. */
  addDigits(line: number, text: string): void {
    const facts = this.#facts
    const width = text.length
    if (width > widthMax) return
    facts.widths[width] = (facts.widths[width] ?? 0) + 1
    if (text.charCodeAt(0) === 48) facts.padded[width] = (facts.padded[width] ?? 0) + 1
    let evidence = facts.shortest[width]
    if (!evidence) {
      evidence = noEvidence()
      facts.shortest[width] = evidence
    }
    addEvidence(evidence, line, text)
  }

  /** Remembers the first differing values, and whether any stands twice. */
  list(text: string): void {
    if (this.#seen) this.#note(hashText(text))
    if (this.#facts.moreValues || this.#values.has(text)) return
    if (this.#values.size < valuesMax) this.#values.add(text.slice(0, valueCharsMax))
    else this.#facts.moreValues = !this.#values.has(text.slice(0, valueCharsMax))
  }

  #note(hash: number): void {
    const seen = this.#seen as Set<number>
    if (!seen.has(hash) && seen.size < uniqueMax) {
      seen.add(hash)
      return
    }
    this.#facts.repeated = seen.has(hash)
    this.#seen = undefined
  }

  facts(): TextFacts {
    return { ...this.#facts, values: [...this.#values] }
  }
}

/** 52 bits of two polynomials: of a million values two share one once in ten thousand files. */
function hashText(text: string): number {
  let high = 0
  let low = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    high = (Math.imul(high, 31) + code) | 0
    low = (Math.imul(low, 1_000_003) ^ code) | 0
  }
  return (high & 0xfffff) * 0x1_0000_0000 + (low >>> 0)
}

export function traitOf(text: string): TextTrait {
  const trimmed = text.trim()
  return {
    link: /^(?:https?:\/\/|www\.)\S+$/i.test(trimmed),
    handle: trimmed.charCodeAt(0) === 64 && /^@[\w.]{2,}$/.test(trimmed),
    currency: trimmed.length <= 4 && currenciesOfMark(trimmed) !== undefined,
    boolean: trimmed.length <= 10 && booleans.has(trimmed.toLowerCase()),
    destroyed: isDestroyedId(trimmed),
  }
}

/** A number of ten digits or more as a spreadsheet shows it: `2E+11`, `2,02313E+11`. */
export function isDestroyedId(text: string): boolean {
  const code = text.charCodeAt(0)
  return code >= 48 && code <= 57 && /^\d(?:[.,]\d+)?e\+?(?:9|[1-9]\d)$/i.test(text)
}

/**
 * Codes that lost their leading zeros: most have one width, with zeros before them, and some are shorter.
 * @returns the width that they had, and the cells that are shorter; undefined if nothing speaks for it
 */
export function findLostZeros(facts: TextFacts): { width: number; shorter: Evidence } | undefined {
  const widths = Object.entries(facts.widths).map(([width, cells]) => ({ width: Number(width), cells }))
  const total = widths.reduce((sum, { cells }) => sum + cells, 0)
  const usual = widths.find(({ cells, width }) => cells * 10 >= total * 7 && width > 2)
  if (!usual || (facts.padded[usual.width] ?? 0) * 20 < usual.cells) return undefined
  const shorter = noEvidence()
  for (const { width } of widths.filter(({ width }) => width < usual.width)) {
    const evidence = facts.shortest[width] as Evidence
    if ((facts.padded[width] ?? 0) > 0) return undefined
    shorter.cells += evidence.cells
    shorter.first.push(...evidence.first)
  }
  return shorter.cells === 0
    ? undefined
    : { width: usual.width, shorter: { ...shorter, first: shorter.first.slice(0, 3) } }
}
