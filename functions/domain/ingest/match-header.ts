import { limits } from '../../contract/limits.ts'
import type { CheckOptions, UploadKind } from '../../contract/upload.ts'
import { measures } from '../ledger/measures.ts'
import { fieldOfHeader, kindFields } from './kinds.ts'
import { headerKey, tidyText } from './normalise.ts'
import { nameSome, type ProblemLog } from './problems.ts'

export type MatchedHeader = {
  /** field → position */
  columns: Map<string, number>
  headers: string[]
  ignored: string[]
}

/**
 * Finds the fields of a kind in a header: by the mapping given (field → header, or the other way round), else by name.
 * What is missing or named twice goes to the problems.
 */
export function matchHeader(
  kind: UploadKind,
  cells: readonly string[],
  options: Pick<CheckOptions, 'mapping' | 'figures'>,
  line: number,
  problems: ProblemLog,
): MatchedHeader {
  const headers = cells.map((cell) => tidyText(cell).slice(0, limits.textCharsMax))
  const columns = new Map<string, number>()
  const mapped = mappedPositions(kind, headers, options.mapping ?? {}, line, problems)
  const ignored: string[] = []
  headers.forEach((header, at) => {
    const field =
      mapped.get(at) ??
      ([...mapped.values()].length > 0 && isTaken(mapped, kind, header) ? undefined : fieldOfHeader(kind, header)?.name)
    if (field === undefined) {
      if (header !== '') ignored.push(header)
      return
    }
    const other = columns.get(field)
    if (other !== undefined) {
      problems.add({
        line: 0,
        column: header,
        found: `${headers[other]} and ${header}`,
        expected: `one column for ${field}`,
        code: 'column-repeated',
        message: `Two columns could be ${field}: “${headers[other]}” and “${header}”. Rename one of them, or say in the mapping which it is.`,
      })
    } else columns.set(field, at)
  })
  for (const field of missingFields(kind, columns, options.figures === 'lifetime')) {
    problems.add({
      line: 0,
      column: field,
      found: headers.join(', '),
      expected: `a column ${field}`,
      code: 'column-missing',
      message: `A ${kind} file needs a column ${field}; the header on line ${line} has ${nameSome(headers.filter(Boolean)) || 'nothing'}. Rename the column that holds it, or start from the template.`,
    })
  }
  return { columns, headers, ignored }
}

const isTaken = (mapped: ReadonlyMap<number, string>, kind: UploadKind, header: string): boolean =>
  [...mapped.values()].includes(fieldOfHeader(kind, header)?.name ?? '')

function mappedPositions(
  kind: UploadKind,
  headers: readonly string[],
  mapping: Record<string, string>,
  line: number,
  problems: ProblemLog,
): Map<number, string> {
  const fields = new Map(kindFields[kind].map(({ name }) => [headerKey(name), name]))
  const position = (header: string): number => headers.findIndex((found) => headerKey(found) === headerKey(header))
  const positions = new Map<number, string>()
  for (const [key, value] of Object.entries(mapping)) {
    const straight = fields.get(headerKey(key))
    const field = straight !== undefined && position(value) >= 0 ? straight : fields.get(headerKey(value))
    const at = field === straight ? position(value) : position(key)
    if (field === undefined || at < 0) {
      problems.add({
        line: 0,
        column: value,
        found: `${key}: ${value}`,
        expected: `a field of ${kind} files and a column of this file`,
        code: 'mapping-unknown',
        message: `The mapping names ${key} and ${value}, but they are not a field and a column of this file (fields: ${[...fields.values()].join(', ')}; columns on line ${line}: ${nameSome(headers)}).`,
      })
    } else positions.set(at, field)
  }
  return positions
}

/** Fields that a file of a kind needs and that none of its columns, or constants, fill. */
export function missingFields(kind: UploadKind, columns: ReadonlyMap<string, number>, lifetime: boolean): string[] {
  const missing = kindFields[kind].filter((field) => field.required && !columns.has(field.name)).map(({ name }) => name)
  if (kind === 'spend' && !columns.has('date') && !(columns.has('period_start') && columns.has('period_end')))
    missing.push('date')
  if (kind === 'results' || kind === 'performance') {
    if (lifetime) missing.push(...['post', 'published'].filter((field) => !columns.has(field)))
    else if (!columns.has('date')) missing.push('date')
    const hasFigure =
      measures.some((name) => columns.has(name === 'grossProfit' ? 'gross_profit' : name)) || columns.has('post')
    if (kind === 'results' && !hasFigure) missing.push('impressions')
  }
  return missing
}
