import { formatCount, formatDay } from '../../format/format.ts'
import { t } from '../../messages/closing.ts'

const namedMax = 4

/** Few months are named, of many how many and the first and the last. */
export function sayMonths(months: readonly string[]): string {
  const sorted = [...new Set(months)].sort()
  if (sorted.length <= namedMax) return sorted.map((month) => formatDay(month)).join(', ')
  const [first = '', last = ''] = [sorted[0], sorted.at(-1)]
  return t('manyMonths', { count: formatCount(sorted.length), first: formatDay(first), last: formatDay(last) })
}
