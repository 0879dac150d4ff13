import { type Day, noDay } from '../calendar.ts'
import { type Block, type SpendIdentity, type Subject, spendIdentities, subjectKey } from './block.ts'
import { measureCount } from './measures.ts'

/** One spend row on its way into a block. `subject` and texts are given whole; the builder interns them. */
export type SpendEntry = {
  line: number
  subject: number
  day: Day
  amount: number
  currency: string
  /** Position in `spendStatuses`. */
  status: number
  identity: SpendIdentity
  lineId: string
  category: string
  reference: string
  periodStart: Day
  /** 0 where the row is not spread. */
  periodDays: number
}

const resultNumbers = 5 + measureCount

/** Collects the rows of one month until they make a block. Rows keep the order in which they came. */
export class BlockBuilder {
  readonly #lifetime: boolean
  readonly #subjects: Subject[] = []
  readonly #byPost = new Map<string, number>()
  readonly #byKey = new Map<string, number>()
  readonly #currencies = new Map<string, number>()
  readonly #texts = new Map<string, number>()
  #results = new Float64Array(64 * resultNumbers)
  #resultCount = 0
  readonly #spends: SpendEntry[] = []

  constructor(lifetime: boolean) {
    this.#lifetime = lifetime
  }

  get rows(): number {
    return this.#resultCount + this.#spends.length
  }

  /** Position of a subject; the usual case, a post seen before, costs one look-up. */
  subject(creator: number, campaign: number, platform: string, post: string, published: Day): number {
    if (post !== '') {
      const known = this.#byPost.get(post)
      const subject = known === undefined ? undefined : this.#subjects[known]
      if (
        subject &&
        subject.creator === creator &&
        subject.campaign === campaign &&
        subject.published === published &&
        subject.platform === platform
      ) {
        return known as number
      }
    }
    const subject = { creator, campaign, platform, post, published }
    const key = subjectKey(subject)
    let position = this.#byKey.get(key)
    if (position === undefined) {
      position = this.#subjects.push(subject) - 1
      this.#byKey.set(key, position)
    }
    if (post !== '') this.#byPost.set(post, position)
    return position
  }

  /** @param values one number per measure; only those with their bit in `mask` count */
  addResult(line: number, subject: number, day: Day, mask: number, currency: string, values: ArrayLike<number>): void {
    const start = this.#resultCount * resultNumbers
    if (start === this.#results.length) {
      const grown = new Float64Array(start * 2)
      grown.set(this.#results)
      this.#results = grown
    }
    const cells = this.#results
    cells[start] = line
    cells[start + 1] = subject
    cells[start + 2] = day
    cells[start + 3] = mask
    cells[start + 4] = currency === '' ? -1 : this.#position(this.#currencies, currency)
    for (let m = 0; m < measureCount; m++) cells[start + 5 + m] = mask & (1 << m) ? (values[m] as number) : 0
    this.#resultCount++
  }

  addSpend(entry: SpendEntry): void {
    this.#spends.push(entry)
  }

  #position(table: Map<string, number>, text: string): number {
    const known = table.get(text)
    if (known !== undefined) return known
    table.set(text, table.size)
    return table.size - 1
  }

  #text(text: string): number {
    return text === '' ? -1 : this.#position(this.#texts, text)
  }

  build(): Block {
    const count = this.#resultCount
    const column = (at: number): Int32Array => this.#column(new Int32Array(count), at)
    const spends = this.#spends
    const ofSpends = (pick: (entry: SpendEntry) => number): Int32Array => Int32Array.from(spends, pick)
    return {
      lifetime: this.#lifetime,
      subjects: this.#subjects,
      results: {
        count,
        line: column(0),
        subject: column(1),
        day: column(2),
        mask: column(3),
        currency: column(4),
        values: Array.from({ length: measureCount }, (_, m) => this.#column(new Float64Array(count), 5 + m)),
      },
      spends: {
        count: spends.length,
        line: ofSpends((s) => s.line),
        subject: ofSpends((s) => s.subject),
        day: ofSpends((s) => s.day),
        amount: Float64Array.from(spends, (s) => s.amount),
        currency: ofSpends((s) => this.#position(this.#currencies, s.currency)),
        status: ofSpends((s) => s.status),
        identity: ofSpends((s) => spendIdentities.indexOf(s.identity)),
        lineId: ofSpends((s) => this.#text(s.lineId)),
        category: ofSpends((s) => this.#text(s.category)),
        reference: ofSpends((s) => this.#text(s.reference)),
        periodStart: ofSpends((s) => (s.periodDays === 0 ? noDay : s.periodStart)),
        periodDays: ofSpends((s) => s.periodDays),
      },
      currencies: [...this.#currencies.keys()],
      texts: [...this.#texts.keys()],
    }
  }

  #column<T extends Int32Array | Float64Array>(into: T, at: number): T {
    const cells = this.#results
    for (let i = 0, from = at; i < into.length; i++, from += resultNumbers) into[i] = cells[from] as number
    return into
  }
}
