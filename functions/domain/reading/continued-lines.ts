import type { UploadKind } from '../../contract/upload.ts'
import { useOfField } from './columns/field-uses.ts'
import type { FileFacts } from './columns/file-facts.ts'
import { isMissing } from './columns/number-words.ts'
import type { ReadingPlan } from './reading-plan.ts'
import type { SourceRecord } from './table-plan.ts'

/**
 * The column whose value repeats on the lines of one order, of which only the first has figures; null where each line
 * stands for itself.
 */
export function findOrderColumn(file: FileFacts, kind: UploadKind, fields: ReadonlyMap<string, number>): number | null {
  const figures = figuresOf(kind, fields)
  if (kind !== 'results' || fields.has('post') || figures.length === 0) return null
  if (figures.some((at) => file.columns[at]?.missing === 0)) return null
  const taken = [...fields.values()]
  const column = file.columns.find(({ at, missing, text }) => missing === 0 && text.repeated && !taken.includes(at))
  return column?.at ?? null
}

const figuresOf = (kind: UploadKind, fields: Iterable<readonly [string, number]>): number[] =>
  [...fields].filter(([field]) => useOfField(kind, field).as === 'number').map(([, at]) => at)

/** Tells the further lines of an order from rows. */
export class ContinuedLines {
  readonly lines: number[] = []
  readonly #order: number | null
  readonly #figures: readonly number[]
  #last = ''

  constructor({ kind, fields, order }: ReadingPlan) {
    this.#order = order ?? null
    this.#figures = figuresOf(
      kind,
      fields.map(({ field, at }) => [field, at] as const),
    )
  }

  /** Whether a line has no figures and goes on with the order of the line above. */
  has({ line, cells }: SourceRecord): boolean {
    if (this.#order === null) return false
    const own = cells[this.#order] ?? ''
    const goesOn = own !== '' && own === this.#last && this.#figures.every((at) => isMissing(cells[at] ?? ''))
    this.#last = own
    if (goesOn) this.lines.push(line)
    return goesOn
  }
}
