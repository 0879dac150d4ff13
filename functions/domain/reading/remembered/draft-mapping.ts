import { limits } from '../../../contract/limits.ts'
import type { Reading, ReadingChoice } from '../../../contract/reading.ts'
import type { CheckOptions } from '../../../contract/upload.ts'
import type { MappingDraft } from './mapping-record.ts'

type DraftInput = {
  reading: Reading
  shape: string
  /** What the user said, and what of the remembered was taken. */
  choice: ReadingChoice
  figures: CheckOptions['figures'] | undefined
  said: boolean
  currencyProposed: string | null
}

/** Questions about this very file: which part of it is meant, and of which year it is. */
const isOfOneFile = (question: string): boolean => /^(?:sheet|table|year:.*)$/.test(question)

/** What is worth remembering of a reading; null where it could not be bounded. */
export function draftMapping({ reading, choice, figures, ...rest }: DraftInput): MappingDraft | null {
  const headers = reading.columns.map(({ header }) => header)
  if (headers.some((header) => header.length > limits.textCharsMax)) return null
  const answers = reading.questions
    .filter(({ id, answer }) => answer !== null && !isOfOneFile(id))
    .slice(0, limits.mappingAnswersMax)
    .map(({ id, code, text, answer, proposed, options }) => ({
      question: id,
      code,
      text,
      value: answer ?? '',
      proposed,
      options: options.map(({ value, label }) => ({ value, label })),
    }))
  const constants = Object.entries(choice.constants ?? {}).filter(
    ([field, value]) => value.trim() === '' || reading.constants[field] !== undefined,
  )
  return {
    ...rest,
    headers,
    columns: reading.columns.map(({ field }) => field),
    constants: Object.fromEntries(constants),
    answers,
    rounding: choice.rounding ?? false,
    figures: figures ?? null,
    sheet: reading.sheets.length > 1 && (choice.sheet ?? choice.answers?.sheet) !== undefined ? reading.sheet : null,
  }
}

/** Whether the user has said anything of how a file is read. */
export function hasSaid({ mapping, reading }: Pick<CheckOptions, 'mapping' | 'reading'>): boolean {
  const { columns, constants, answers, rounding } = reading ?? {}
  return [mapping, columns, constants, answers].some((said) => Object.keys(said ?? {}).length > 0) || rounding === true
}
