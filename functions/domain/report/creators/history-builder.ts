import type { MonthIndex } from '../../calendar.ts'
import { getOrAdd } from '../../get-or-add.ts'
import { scoreScale } from '../../ledger/measures.ts'
import type { Kind } from '../../stats/ranking/prior-groups.ts'
import type { CreatorHistory, MonthParts } from './creator-history.ts'

/** Rates are kept as integers of 1e-9. */
const rateUnit = 1e9

type Weight = { kind: Kind; posts: number; spend: number }

/** Adds up the history of one creator. */
export class HistoryBuilder {
  directSpend = 0
  readonly #months = new Map<MonthIndex, MonthParts>()
  readonly #kinds = new Map<string, Weight>()
  readonly #scores = { contentScore: { total: 0, count: 0 }, brandFit: { total: 0, count: 0 } }
  readonly #rates = [0, 0, 0, 0]
  #lastPosted: MonthIndex | null = null

  /** A month may come twice: rows with and without a campaign are looked at apart. */
  addMonth(month: MonthIndex, { top, bottom }: { top: number; bottom: number }, posted: boolean): void {
    const before = this.#months.get(month)
    this.#months.set(month, { month, top: top + (before?.top ?? 0), bottom: bottom + (before?.bottom ?? 0) })
    if (posted && (this.#lastPosted === null || month > this.#lastPosted)) this.#lastPosted = month
  }

  addKind(platform: string, tier: string, posts: number, spend: number): void {
    const weight = getOrAdd(this.#kinds, `${tier}\n${platform}`, () => ({
      kind: { platform, tier },
      posts: 0,
      spend: 0,
    }))
    weight.posts += posts
    weight.spend += spend
  }

  addScores(total: number, count: number, name: 'contentScore' | 'brandFit'): void {
    this.#scores[name].total += total / scoreScale
    this.#scores[name].count += count
  }

  addRates(sums: readonly Float64Array[], row: number): void {
    for (let q = 0; q < this.#rates.length; q++) this.#rates[q] = (this.#rates[q] ?? 0) + (sums[q]?.[row] ?? 0)
  }

  build(): CreatorHistory {
    const [posts = 0, log = 0, logSquared = 0, inverse = 0] = this.#rates
    return {
      months: [...this.#months.values()].sort((a, b) => a.month - b.month),
      kind: this.#kind(),
      lastPosted: this.#lastPosted,
      ...this.#scores,
      rates: { posts, log: log / rateUnit, logSquared: logSquared / rateUnit, inverse: inverse / rateUnit },
      directSpend: this.directSpend,
    }
  }

  /** By posts, then by spend, then by name. */
  #kind(): Kind {
    const byWeight = [...this.#kinds].sort(
      ([a, one], [b, other]) => other.posts - one.posts || other.spend - one.spend || (a < b ? -1 : 1),
    )
    return byWeight[0]?.[1].kind ?? { platform: '', tier: 'unknown' }
  }
}
