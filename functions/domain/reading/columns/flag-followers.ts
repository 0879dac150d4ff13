import { nameForm } from '../../ingest/normalise.ts'
import { countLines, type Flag, FlaggedLines, type LinesMax, verb } from './flag.ts'

const timesMin = 10
const followersMin = 100
const creatorsMax = 100_000

/** Creators whose followers jump tenfold between two lines on one platform. Beyond the bound no new creator is watched. */
export class FollowerFlagger {
  readonly #seen = new Map<string, { least: number; most: number }>()
  readonly #jumps: FlaggedLines
  #example = ''

  constructor(linesMax: LinesMax) {
    this.#jumps = new FlaggedLines(linesMax('followers-jump'))
  }

  add(line: number, creator: string, platform: string, text: string): void {
    const followers = Number(text)
    if (text === '' || creator === '' || !(followers >= followersMin)) return
    const key = `${nameForm('creator', creator)}\n${platform.toLowerCase()}`
    const seen = this.#seen.get(key)
    if (!seen) {
      if (this.#seen.size < creatorsMax) this.#seen.set(key, { least: followers, most: followers })
      return
    }
    if (followers >= seen.least * timesMin || followers * timesMin <= seen.most) {
      if (this.#jumps.total === 0) {
        const other = followers >= seen.least * timesMin ? seen.least : seen.most
        this.#example = `${creator} has ${other.toLocaleString('en-US')} followers before line ${line} and ${followers.toLocaleString('en-US')} there`
      }
      this.#jumps.add(line)
    }
    seen.least = Math.min(seen.least, followers)
    seen.most = Math.max(seen.most, followers)
  }

  flags(): Flag[] {
    return this.#jumps.toFlag(
      'followers-jump',
      `${countLines(this.#jumps.total)} ${verb(this.#jumps.total, 'show')} ten times more or fewer followers of a creator than other lines: ${this.#example}.`,
    )
  }
}
