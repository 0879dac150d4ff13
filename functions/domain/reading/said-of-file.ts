import type { Reading, ReadingChoice } from '../../contract/reading.ts'
import type { UploadKind } from '../../contract/upload.ts'
import { kindFields } from '../ingest/kinds.ts'

/** Of what was said or remembered, what holds for the file: answers to what it asks, fields of its kind, values in use. */
export function saidOfFile(
  choice: ReadingChoice,
  kind: UploadKind,
  { questions, constants, sheet }: Pick<Reading, 'questions' | 'constants' | 'sheet'>,
): ReadingChoice {
  const { table, rounding } = choice
  const isField = (name: string): boolean => kindFields[kind].some((field) => field.name === name)
  const columns = Object.entries(choice.columns ?? {}).filter(([field]) => isField(field))
  const values = Object.entries(choice.constants ?? {}).filter(([field, value]) => constants[field] === value)
  const answers = questions.flatMap(({ id, answer }) => (answer === null ? [] : [[id, answer]]))
  return {
    ...(sheet !== null && (choice.sheet ?? choice.answers?.sheet) === sheet ? { sheet } : {}),
    ...(table === undefined ? {} : { table }),
    ...(columns.length === 0 ? {} : { columns: Object.fromEntries(columns) }),
    ...(values.length === 0 ? {} : { constants: Object.fromEntries(values) }),
    ...(answers.length === 0 ? {} : { answers: Object.fromEntries(answers) }),
    ...(rounding ? { rounding } : {}),
  }
}
