import type { Problem } from '../contract/problem.ts'
import type { Reading } from '../contract/reading.ts'
import type { CheckOptions } from '../contract/upload.ts'
import { type Day, parseDay } from '../domain/calendar.ts'
import type { UploadRecord } from '../domain/ledger/upload-record.ts'
import { countAsked } from '../domain/reading/count-asked.ts'
import { decideReading } from '../domain/reading/decide-reading.ts'
import { chosenTable } from '../domain/reading/file-questions.ts'
import type { ReadingOptions } from '../domain/reading/reading-options.ts'
import { applyMapping, type RememberedReading } from '../domain/reading/remembered/apply-mapping.ts'
import { draftMapping, hasSaid } from '../domain/reading/remembered/draft-mapping.ts'
import { shapeOf } from '../domain/reading/remembered/file-shape.ts'
import type { MappingRecord } from '../domain/reading/remembered/mapping-record.ts'
import { type Understood, understandFile } from '../domain/reading/understand-file.ts'
import type { Books } from '../store/ports.ts'
import { findMapping } from './find-mapping.ts'
import { readParts } from './read-parts.ts'
import type { StoredReading } from './upload-reading.ts'

export type UnderstoodUpload = {
  /** Null where the file is none that could be read. */
  stored: StoredReading | null
  /** What the figures of result rows are, where that was said. */
  figures: CheckOptions['figures'] | undefined
  /** Why it is not read on: the file is refused, or something has to be said first. */
  problems: Problem[]
  /** How many things have to be said. */
  asks: number
}

/** Looks at all bytes of an upload and decides how they are read, with what the user has said so far or earlier. */
export async function understandUpload(
  deps: { books: Books },
  record: UploadRecord,
  reportingCurrency: string,
): Promise<UnderstoodUpload> {
  const choice = record.options.reading ?? {}
  const sheet = choice.sheet ?? choice.answers?.sheet
  const look = await understandFile(() => readParts(deps, record), { sheet, mends: record.patches })
  if (look.kind === 'refused')
    return { stored: null, figures: undefined, problems: [{ line: 0, column: '', ...look.refusal }], asks: 0 }
  const { understood } = look
  const sentOn = parseDay(record.createdAt) as Day
  const options = { ...record.options, reportingCurrency, sentOn }
  const shape = shapeOfTable(understood, record)
  const { mapping, problem } = await findMapping(deps, record, shape)
  const read = readBy(understood, record.kind, options, mapping)
  const { reading, missing, figures } = read.decision
  // A mapping that was named and does not fit is no reason to load the file without it.
  const plan = problem ? null : read.decision.plan
  const draft = shape === null ? null : draftOf(understood, record, options, read, shape)
  const problems = [...(problem ? [problem] : []), ...problemsOf(reading, missing, record.kind)]
  return { stored: { reading, plan, draft }, figures, problems, asks: countAsked(reading, missing) }
}

function shapeOfTable({ tables }: Understood, { kind, options }: UploadRecord): string | null {
  const table = tables.tables[chosenTable(tables, options.reading ?? {})]
  return table && table.headerLine !== null ? shapeOf(kind, table.headers) : null
}

function readBy(
  understood: Understood,
  kind: UploadRecord['kind'],
  options: ReadingOptions,
  mapping: MappingRecord | null,
): RememberedReading {
  if (mapping) return applyMapping(understood, kind, options, mapping)
  const decision = decideReading(understood, kind, options)
  return { decision, choice: options.reading ?? {}, figures: options.figures }
}

function draftOf(
  understood: Understood,
  record: UploadRecord,
  options: ReadingOptions,
  { decision, choice, figures }: RememberedReading,
  shape: string,
): StoredReading['draft'] {
  const { currency, ...others } = choice.constants ?? {}
  const bare = () =>
    decideReading(understood, record.kind, {
      ...options,
      ...(figures && { figures }),
      reading: { ...choice, constants: others },
    })
  const asked = currency ? bare().reading.needs.find(({ field }) => field === 'currency') : undefined
  return draftMapping({
    reading: decision.reading,
    shape,
    choice,
    figures,
    said: hasSaid(record.options),
    currencyProposed: asked?.proposed ?? null,
  })
}

function problemsOf(reading: Reading, missing: readonly string[], kind: UploadRecord['kind']): Problem[] {
  const problems: Problem[] = missing.map((field) => ({
    line: 0,
    column: field,
    found: reading.columns.map(({ header }) => header).join(', '),
    expected: `a column ${field}`,
    code: 'column-missing',
    message: `A ${kind} file needs a column ${field}, and none of this file looks like one. Say which it is, or start from the template.`,
  }))
  const open = reading.questions.filter(({ answer }) => answer === null)
  for (const { id, text, options, code } of open) {
    const choices = options.map(({ value, label }) => `${value} (${label})`).join(', ')
    problems.push({ line: 0, column: id, found: '', expected: `one of ${choices}`, code, message: text })
  }
  for (const { field, text } of reading.needs)
    problems.push({
      line: 0,
      column: field,
      found: '',
      expected: 'a value for all lines',
      code: 'value-needed',
      message: text,
    })
  if (reading.tables.length === 0)
    problems.push({
      line: 0,
      column: '',
      found: '',
      expected: 'a header line and at least one row',
      code: 'file-empty',
      message: 'The file holds no table. Choose the file again, or start from the template.',
    })
  return problems
}
