import type { ReadingNeed, ReadingQuestion } from '../../contract/reading.ts'
import type { UploadKind } from '../../contract/upload.ts'
import { formatDay } from '../calendar.ts'
import { currencyExponent } from '../money/currency.ts'
import type { Period } from './find-period.ts'

/** Fields that may be the same for all lines of a file. */
const constantFields = ['campaign', 'creator', 'platform', 'currency', 'date', 'period_start', 'period_end', 'category']

type Lacking = {
  kind: UploadKind
  missing: readonly string[]
  constants: Record<string, string>
  period: Period | null
  reportingCurrency: string
}

/** What is asked for as one value for all lines: any currency may be meant, not only those that a question lists. */
export function needsOf(unmarked: ReadingQuestion | undefined, lacking: Lacking): ReadingNeed[] {
  const { kind, missing, constants, period, reportingCurrency } = lacking
  const needs: ReadingNeed[] = []
  if (unmarked) {
    const proposed = unmarked.proposed || reportingCurrency
    const reason = unmarked.proposed === '' ? 'It is the currency of the reports.' : unmarked.reason
    needs.push({ field: 'currency', input: 'currency', text: unmarked.text, proposed, reason })
  }
  for (const field of missing) {
    if (field === 'currency' || !constantFields.includes(field)) continue
    const input = field === 'date' || field.startsWith('period') ? 'date' : 'text'
    const proposed = input === 'date' && period ? formatDay(field === 'period_start' ? period.first : period.last) : ''
    const end = field === 'period_start' ? 'first' : 'last'
    const reason = proposed === '' ? '' : `It is the ${end} day of the file’s own period.`
    needs.push({ field, input, text: needTexts[input](field, kind), proposed, reason })
  }
  return needs.filter(({ field }) => !isValid(field, constants[field]))
}

const needTexts = {
  date: (field: string) =>
    `No column of the file holds the ${field.replace('_', ' ')}. On which day shall all its lines stand?`,
  text: (field: string, kind: UploadKind) => `A ${kind} file needs a ${field}. Which one are all its lines about?`,
}

const isValid = (field: string, value: string | undefined): boolean =>
  value !== undefined && (field !== 'currency' || currencyExponent(value) !== undefined)
