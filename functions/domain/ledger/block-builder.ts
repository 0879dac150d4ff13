import { type Day, noDay } from '../calendar.ts'
import { type Block, type SpendIdentity, type Subject, spendIdentities, subjectKey } from './block.ts'
import { anyMeasure } from './measures.ts'
import { ResultBuilder } from './result-builder.ts'

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

/** Collects the rows of one month until they make a block. Rows keep the order in which they came. */
export class BlockBuilder {
  readonly #lifetime: boolean
  readonly #subjects: Subject[] = []
  readonly #byPost = new Map<string, number>()
  readonly #byKey = new Map<string, number>()
  readonly #currencies = new Map<string, number>()
  readonly #texts = new Map<string, number>()
  readonly #results = new ResultBuilder()
  #lastCurrency = ''
  #lastPosition = -1
  readonly #spends: SpendEntry[] = []

  constructor(lifetime: boolean) {
    this.#lifetime = lifetime
  }

  get rows(): number {
    return this.#results.count + this.#spends.length
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
    this.#results.add(line, subject, day, mask, currency === '' ? -1 : this.#currency(currency))
    for (let rest = mask & anyMeasure; rest !== 0; rest &= rest - 1) {
      const m = 31 - Math.clz32(rest & -rest)
      this.#results.give(m, values[m] as number)
    }
  }

  /** Rows of one currency follow each other. */
  #currency(currency: string): number {
    if (currency !== this.#lastCurrency) {
      this.#lastCurrency = currency
      this.#lastPosition = this.#position(this.#currencies, currency)
    }
    return this.#lastPosition
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
    const spends = this.#spends
    const ofSpends = (pick: (entry: SpendEntry) => number): Int32Array => Int32Array.from(spends, pick)
    return {
      lifetime: this.#lifetime,
      subjects: this.#subjects,
      results: this.#results.build(),
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
}
