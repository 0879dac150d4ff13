import { CodedError } from '../../contract/problem.ts'

/** Doubles and the formats keep integers up to here exactly, with a sign and some room. */
export const exactSumMax = 2 ** 52

/** A sum as it is, or `amount-too-large`: never rounded. @param of what is added up, in words */
export function exactSum(sum: number, of: string): number {
  if (Math.abs(sum) <= exactSumMax) return sum
  throw new CodedError(
    'amount-too-large',
    `The ${of} adds up to more than can be kept exactly. Is a column of ids or dates taken for one of figures? Check the mapping and the file's amounts.`,
  )
}
