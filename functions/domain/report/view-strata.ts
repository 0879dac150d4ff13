import type { Objective } from '../../contract/report.ts'
import { noDay } from '../calendar.ts'
import { getOrAdd } from '../get-or-add.ts'
import type { BooksView, ViewMonth } from './books-view.ts'
import { spendColumns } from './sums.ts'

/**
 * Where each cell of a view stands, as numbers in the order of the texts that they stand for. Platform is that of the
 * cell; where a deal (a creator in a campaign) has spend that names none, all of it stands on the platforms that it
 * posted on, so that cost and result of one deal stay together.
 */
export type ViewStrata = {
  /** Position of each creator of the view in the order of ids. */
  rank: Int32Array
  /** Position in the view by rank. */
  creatorAt: Int32Array
  platforms: readonly string[]
  niches: readonly string[]
  objectives: readonly string[]
  /** By cell of each month of the view. */
  platform: ReadonlyMap<ViewMonth, Int32Array>
  /** By position of the creator, and of the campaign. */
  niche: Int32Array
  objective: Int32Array
}

const kept = new WeakMap<BooksView, ViewStrata>()

export const strataOf = (view: BooksView): ViewStrata => getOrAdd(kept, view, () => placeCells(view))

function placeCells(view: BooksView): ViewStrata {
  const ids = view.creators.map(({ id }) => id)
  const creatorAt = Int32Array.from(ids.keys()).sort((a, b) => (ids[a] as number) - (ids[b] as number))
  const rank = new Int32Array(ids.length)
  creatorAt.forEach((at, place) => {
    rank[at] = place
  })
  const niche = numberTexts(view.creators.map(({ facts }) => (facts?.niche ?? '').trim().toLowerCase()))
  const objective = numberTexts(view.campaigns.map(({ facts }): Objective | '' => facts?.objective ?? ''))
  const { texts, at } = placePlatforms(view)
  return {
    rank,
    creatorAt,
    platforms: texts,
    niches: niche.texts,
    objectives: objective.texts,
    platform: at,
    niche: niche.at,
    objective: objective.at,
  }
}

function numberTexts(of: readonly string[]): { texts: string[]; at: Int32Array } {
  const texts = [...new Set(of)].sort()
  const numbers = new Map(texts.map((text, number) => [text, number]))
  return { texts, at: Int32Array.from(of, (text) => numbers.get(text) as number) }
}

function placePlatforms(view: BooksView): { texts: string[]; at: Map<ViewMonth, Int32Array> } {
  const deals = dealsWithoutPlatform(view)
  const placed = view.months.map(({ rollup: { cells }, pair }) =>
    Array.from(cells.platform, (at, i) => deals.get(pair[i] as number) ?? (cells.platforms[at] as string)),
  )
  const texts = [...new Set(placed.flat())].sort()
  const numbers = new Map(texts.map((text, number) => [text, number]))
  return {
    texts,
    at: new Map(
      view.months.map((month, i) => [
        month,
        Int32Array.from(placed[i] as string[], (text) => numbers.get(text) as number),
      ]),
    ),
  }
}

/** Platforms of the deals with spend that names none, by pair: those that it posted on, joined by a plus. */
function dealsWithoutPlatform({ months, pairs }: BooksView): Map<number, string> {
  const lacking = new Uint8Array(pairs.length)
  for (const { rollup, pair } of months) {
    const { cells } = rollup
    const spends = spendColumns('accrued').map((s) => cells.sums[s] as Float64Array)
    for (let i = 0; i < cells.count; i++) {
      const silent = cells.platforms[cells.platform[i] as number] === ''
      if (silent && spends.some((spend) => spend[i] !== 0)) lacking[pair[i] as number] = 1
    }
  }
  const posted = new Map<number, Set<string>>()
  for (const { rollup, pair } of months) {
    const { cells } = rollup
    for (let i = 0; i < cells.count; i++) {
      const of = pair[i] as number
      if (lacking[of] === 0 || pairs[of]?.creator === 0) continue
      const platforms = getOrAdd(posted, of, () => new Set())
      if (cells.firstPost[i] !== noDay) platforms.add(cells.platforms[cells.platform[i] as number] as string)
    }
  }
  return new Map([...posted].map(([of, platforms]) => [of, [...platforms].sort().join('+')]))
}
