import { type Day, type MonthIndex, monthOf, noDay } from '../calendar.ts'
import type { Subject } from './block.ts'
import { postKey } from './month-index.ts'

/** What rows of a post, or of a creator in a campaign without posts, are about; kept once for all its days. */
export type Entity = {
  key: string
  post: boolean
  platform: string
  creator: number
  campaign: number
  /** The publication that counts in this month, by the last upload that tells one. */
  publication: { upload: number; day: Day } | null
  /** Some upload tells when it was published, in whatever month. */
  dated: boolean
}

/** Posts are known by platform and post alone; rows without one by creator, campaign and platform. */
export function entityKey(subject: Subject): string {
  return subject.post === ''
    ? `N${subject.creator}|${subject.campaign}|${subject.platform}`
    : postKey(subject.platform, subject.post)
}

/** The entities that one month's results speak of. */
export class ResultEntities {
  readonly list: Entity[] = []
  readonly #month: MonthIndex
  readonly #byKey = new Map<string, number>()

  constructor(month: MonthIndex) {
    this.#month = month
  }

  find(subject: Subject): number | undefined {
    return this.#byKey.get(entityKey(subject))
  }

  /** Position of a subject's entity, which is made if it is new. */
  position(subject: Subject): number {
    const key = entityKey(subject)
    const known = this.#byKey.get(key)
    if (known !== undefined) return known
    const { platform, creator, campaign } = subject
    const position =
      this.list.push({
        key,
        post: subject.post !== '',
        platform,
        creator,
        campaign,
        publication: null,
        dated: false,
      }) - 1
    this.#byKey.set(key, position)
    return position
  }

  /**
   * What a subject of an upload says of its entity.
   * @param mayPublish the publication that it tells may count in this month
   */
  tell(upload: number, at: number, subject: Subject, mayPublish: boolean): void {
    const entity = this.list[at] as Entity
    if (subject.creator !== 0) entity.creator = subject.creator
    if (subject.campaign !== 0) entity.campaign = subject.campaign
    if (subject.published === noDay) return
    entity.dated = true
    if (!mayPublish || monthOf(subject.published) !== this.#month) return
    const told = entity.publication
    if (!told || told.upload !== upload || subject.published < told.day)
      entity.publication = { upload, day: subject.published }
  }
}
