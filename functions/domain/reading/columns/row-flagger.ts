import type { FlagCode, UploadKind } from '../../../contract/upload.ts'
import { wordsOf } from './column-words.ts'
import { useOfField } from './field-uses.ts'
import { type Flag, flaggedLinesMax, type LinesMax } from './flag.ts'
import { AmountFlagger } from './flag-amounts.ts'
import { DateFlagger } from './flag-dates.ts'
import { FollowerFlagger } from './flag-followers.ts'
import { IdFlagger } from './flag-ids.ts'

const idFields = new Set(['line_id', 'reference', 'post', 'campaign', 'creator'])
/** Only these are days of the line itself; a period's end may well lie ahead. */
const dayFields = new Set(['date', 'published'])

/** Looks at the rewritten lines of a file for what only a person can judge. Bounded whatever the file's size, but for what is to be left out. */
export class RowFlagger {
  readonly #amounts: { at: number; flagger: AmountFlagger }[] = []
  readonly #dates: { at: number; flagger: DateFlagger }[] = []
  readonly #ids: { at: number; flagger: IdFlagger }[] = []
  readonly #followers: FollowerFlagger
  readonly #mapping: Readonly<Record<string, number>>

  constructor(input: {
    kind: UploadKind
    headers: readonly string[]
    /** Field → position of its column. */
    mapping: Readonly<Record<string, number>>
    period: { first: number; last: number } | null
    /** Flags of which every line is wanted. */
    whole?: ReadonlySet<FlagCode>
  }) {
    this.#mapping = input.mapping
    const linesMax: LinesMax = (code) => (input.whole?.has(code) ? Number.POSITIVE_INFINITY : flaggedLinesMax)
    this.#followers = new FollowerFlagger(linesMax)
    for (const [field, at] of Object.entries(input.mapping)) {
      const header = input.headers[at] ?? field
      const use = useOfField(input.kind, field)
      if (use.as === 'number' && use.use === 'amount')
        this.#amounts.push({ at, flagger: new AmountFlagger(header, linesMax('amount-far-from-norm')) })
      if (use.as === 'date' && dayFields.has(field))
        this.#dates.push({ at, flagger: new DateFlagger(header, input.period, linesMax) })
      if (idFields.has(field))
        this.#ids.push({ at, flagger: new IdFlagger(header, wordsOf(header).includes('id'), linesMax) })
    }
  }

  /**
   * @param cells rewritten, at their positions; '' for a fault
   * @param currencyOf currency of the line's amount in a column; '' if none is known
   */
  add(line: number, cells: readonly string[], currencyOf: (at: number) => string = () => ''): void {
    for (const { at, flagger } of this.#amounts) flagger.add(line, cells[at] ?? '', currencyOf(at))
    for (const { at, flagger } of this.#dates) flagger.add(line, cells[at] ?? '')
    for (const { at, flagger } of this.#ids) flagger.add(line, cells[at] ?? '')
    const cell = (field: string): string => cells[this.#mapping[field] ?? -1] ?? ''
    if (this.#mapping.followers !== undefined)
      this.#followers.add(line, cell('creator'), cell('platform'), cell('followers'))
  }

  flags(): Flag[] {
    return [
      ...[...this.#dates, ...this.#amounts, ...this.#ids].flatMap(({ flagger }) => flagger.flags()),
      ...this.#followers.flags(),
    ]
  }
}
