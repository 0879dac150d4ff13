import type { FileMapping, MappingEdit, MappingId } from '../contract/mapping.ts'
import { CodedError } from '../contract/problem.ts'
import { kindFields } from '../domain/ingest/kinds.ts'
import { currencyExponent } from '../domain/money/currency.ts'
import { type MappingRecord, toFileMapping } from '../domain/reading/remembered/mapping-record.ts'
import type { Books } from '../store/ports.ts'
import { openMapping } from './show-mapping.ts'

type Deps = { books: Pick<Books, 'mappings'>; now: () => string }
type Edit = MappingEdit & { id: MappingId }

/**
 * Changes how the next files of a shape are read; what was read already stays. Throws `not-found`, `invalid-request`,
 * `conflict` where somebody else has changed it since `version`.
 */
export async function editMapping(deps: Deps, edit: Edit, by: string): Promise<FileMapping> {
  const mapping = await openMapping(deps, edit.id)
  if (mapping.version !== edit.version)
    throw new CodedError(
      'conflict',
      `${mapping.updatedBy} has changed “${mapping.name}” meanwhile (version ${mapping.version}, you saw ${edit.version}). Look at it again and repeat the edit.`,
    )
  const columns = edit.columns ?? mapping.columns
  const constants = edit.constants ?? mapping.constants
  requireColumns(mapping, columns)
  requireConstants(mapping, columns, constants)
  const next: MappingRecord = {
    ...mapping,
    name: edit.name ?? mapping.name,
    columns,
    constants,
    answers: edit.answers === undefined ? mapping.answers : answersOf(mapping, edit.answers),
    rounding: edit.rounding ?? mapping.rounding,
    updatedBy: by,
    updatedAt: deps.now(),
  }
  return toFileMapping(await deps.books.mappings.update(next))
}

const refuse = (message: string): CodedError => new CodedError('invalid-request', message)

function requireColumns({ kind, headers }: MappingRecord, columns: MappingRecord['columns']): void {
  if (columns.length !== headers.length)
    throw refuse(`columns: ${columns.length} fields for ${headers.length} headers. Name a field, or null, for each.`)
  const taken = new Map<string, number>()
  columns.forEach((field, at) => {
    if (field === null) return
    requireField(kind, field, `columns, “${headers[at]}”`)
    const other = taken.get(field)
    if (other !== undefined)
      throw refuse(`columns: “${headers[other]}” and “${headers[at]}” both fill ${field}. One column fills a field.`)
    taken.set(field, at)
  })
}

function requireConstants(
  { kind }: MappingRecord,
  columns: MappingRecord['columns'],
  constants: MappingRecord['constants'],
): void {
  for (const [field, value] of Object.entries(constants)) {
    requireField(kind, field, 'constants')
    if (columns.includes(field))
      throw refuse(`constants: a column fills ${field} already. Take away the column or the value for all lines.`)
    if (field === 'currency' && value !== '' && currencyExponent(value) === undefined)
      throw refuse(`constants, currency: “${value}” is no currency. Write three letters such as USD.`)
  }
}

function requireField(kind: MappingRecord['kind'], field: string, where: string): void {
  const names = kindFields[kind].map(({ name }) => name)
  if (!names.includes(field))
    throw refuse(`${where}: a ${kind} file has no field “${field}”. It has ${names.join(', ')}.`)
}

function answersOf({ answers }: MappingRecord, wanted: Record<string, string>): MappingRecord['answers'] {
  for (const [question, value] of Object.entries(wanted)) {
    const known = answers.find((answer) => answer.question === question)
    const values = known?.options.map((option) => option.value) ?? []
    if (!values.includes(value))
      throw refuse(
        known
          ? `answers, ${question}: “${value}” is not one of ${values.join(', ')}.`
          : `answers: nothing is remembered of a question “${question}”.`,
      )
  }
  return answers.flatMap((answer) => {
    const value = wanted[answer.question]
    return value === undefined ? [] : [{ ...answer, value }]
  })
}
