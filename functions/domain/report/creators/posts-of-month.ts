import { type Day, noDay } from '../../calendar.ts'
import { type Measure, measureIndex, measures } from '../../ledger/measures.ts'
import { publicationOffset, type ResultGroups } from '../../ledger/result-groups.ts'

/** What a month's rows say of one post, or of a creator in a campaign without posts. */
export interface PostFigures {
  readonly platform: string
  readonly post: string | null
  readonly published: Day
  /** Name id; 0 for none. */
  readonly campaign: number
  /** Absent where no row gives it; revenue is in the reporting currency. */
  readonly figures: ReadonlyMap<Measure, number>
}

const flows = measures.filter((name) =>
  ['impressions', 'reach', 'engagements', 'clicks', 'conversions', 'revenue'].includes(name),
)

/** The posts of some creators in a folded month, latest publication first. */
export function postsOfMonth(groups: ResultGroups, isCreator: (id: number) => boolean): PostFigures[] {
  const posts = new Map<number, PostFigures & { figures: Map<Measure, number> }>()
  for (let slot = 0; slot < groups.count; slot++) {
    if (groups.offset[slot] === publicationOffset || !isCreator(groups.creator[slot] as number)) continue
    const at = groups.entity[slot] as number
    const { figures } = posts.get(at) ?? newPost(groups, slot, posts)
    addFigures(groups, slot, figures)
  }
  return [...posts.values()].sort((a, b) => b.published - a.published || (orderKey(a) < orderKey(b) ? -1 : 1))
}

const orderKey = ({ platform, post, campaign }: PostFigures): string => `${platform}\n${post ?? ''}\n${campaign}`

function newPost(
  groups: ResultGroups,
  slot: number,
  posts: Map<number, PostFigures & { figures: Map<Measure, number> }>,
) {
  const at = groups.entity[slot] as number
  const entity = groups.entities[at]
  const post = {
    platform: entity?.platform ?? '',
    post: entity?.post ? (entity.key.split('\0')[1] ?? null) : null,
    published: entity?.publication?.day ?? (groups.published[slot] as Day) ?? noDay,
    campaign: groups.campaign[slot] as number,
    figures: new Map<Measure, number>(),
  }
  posts.set(at, post)
  return post
}

function addFigures(groups: ResultGroups, slot: number, figures: Map<Measure, number>): void {
  for (const name of flows) {
    const m = measureIndex[name]
    if (((groups.mask[slot] as number) & (1 << m)) === 0) continue
    const value = name === 'revenue' ? groups.convertedRevenue[slot] : groups.values[m]?.[slot]
    figures.set(name, (figures.get(name) ?? 0) + (value ?? 0))
  }
}
