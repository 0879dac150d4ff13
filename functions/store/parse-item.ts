import type * as z from 'zod'
import { CodedError } from '../contract/problem.ts'

/** The newest format of an item that this version reads and the one that it writes. */
export const itemFormat = 1
/** Of snapshots and previews: 2 tells changes that are no uploads, and totals in the reporting currency. */
export const booksFormat = 2

/** Parses a stored item; a newer version's is refused instead of half understood. */
export function parseItem<T>(schema: z.ZodType<T>, stored: unknown, newest = itemFormat): T {
  const format = typeof stored === 'object' && stored !== null && 'format' in stored ? stored.format : undefined
  if (typeof format === 'number' && format > newest) {
    throw new CodedError(
      'too-new-format',
      `The books were written by a newer version (format ${format}, this version reads up to ${newest}). Update this installation.`,
    )
  }
  return schema.parse(stored)
}
