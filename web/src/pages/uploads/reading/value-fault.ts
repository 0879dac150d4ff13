import type { ReadingNeed } from '../../../../../functions/contract/reading.ts'

export type ValueInput = ReadingNeed['input']

const dates: readonly string[] = ['date', 'period_start', 'period_end', 'published', 'start', 'end']

/** What a value for all lines is typed into. */
export function inputOf(field: string): ValueInput {
  return field === 'currency' ? 'currency' : dates.includes(field) ? 'date' : 'text'
}

/** What is wrong with a value for all lines; null where it can be sent. */
export function valueFault(input: ValueInput, value: string, currencies: ReadonlySet<string>) {
  if (input === 'currency') return currencies.has(value.trim().toUpperCase()) ? null : 'currencyFault'
  if (value.trim() === '') return input === 'date' ? 'dateFault' : 'textFault'
  if (input === 'date') return isDay(value) ? null : 'dateFault'
  return null
}

function isDay(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`))
}
