import type { Problem } from '../contract/problem.ts'
import type { CheckOptions } from '../contract/upload.ts'
import type { UploadRecord } from '../domain/ledger/upload-record.ts'
import { decideReading } from '../domain/reading/decide-reading.ts'
import { understandFile } from '../domain/reading/understand-file.ts'
import type { Books } from '../store/ports.ts'
import { readParts } from './read-parts.ts'
import type { StoredReading } from './upload-reading.ts'

export type UnderstoodUpload = {
  /** Null where the file is none that could be read. */
  stored: StoredReading | null
  /** What the figures of result rows are, where that was said. */
  figures: CheckOptions['figures'] | undefined
  /** Why it is not read on: the file is refused, or something has to be said first. */
  problems: Problem[]
}

/** Looks at all bytes of an upload and decides how they are read, with what the user has said so far. */
export async function understandUpload(
  deps: { books: Books },
  record: UploadRecord,
  reportingCurrency: string,
): Promise<UnderstoodUpload> {
  const choice = record.options.reading ?? {}
  const sheet = choice.sheet ?? choice.answers?.sheet
  const look = await understandFile(() => readParts(deps, record), sheet)
  if (look.kind === 'refused')
    return { stored: null, figures: undefined, problems: [{ line: 0, column: '', ...look.refusal }] }
  const { reading, plan, missing, figures } = decideReading(look.understood, record.kind, {
    ...record.options,
    reportingCurrency,
  })
  const problems: Problem[] = missing.map((field) => ({
    line: 0,
    column: field,
    found: reading.columns.map(({ header }) => header).join(', '),
    expected: `a column ${field}`,
    code: 'column-missing',
    message: `A ${record.kind} file needs a column ${field}, and none of this file looks like one. Say which it is, or start from the template.`,
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
  return { stored: { reading, plan }, figures, problems }
}
