import type { Reading } from '../../contract/reading.ts'

/**
 * How many things have to be said before a file is read by this reading: answers, values for all lines and columns.
 * 0 where nothing could be said, because there is no table or its columns have no names.
 */
export function countAsked({ tables, columns, questions, needs }: Reading, missing: readonly string[]): number {
  if (tables.length === 0 || columns.length === 0) return 0
  const unfilled = missing.filter((field) => !needs.some((need) => need.field === field))
  const unnamed = unfilled.filter((field) => field !== 'currency')
  // Which currency it is can be asked once it is known of which amounts.
  const currency = unfilled.includes('currency') && unnamed.length === 0 ? 1 : 0
  return questions.filter(({ answer }) => answer === null).length + needs.length + unnamed.length + currency
}
