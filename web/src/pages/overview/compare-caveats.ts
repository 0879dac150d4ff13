import type { Report } from '../../../../functions/contract/report.ts'
import { formatCount } from '../../format/format.ts'
import { t } from '../../messages/changes.ts'

const dayMs = 86_400_000

/** What makes two ranges unlike: another number of days, or days that are in both. */
export function compareCaveats({ from, to, current }: NonNullable<Report['compared']>): string[] {
  const days = daysFrom(current.from, current.to)
  const others = daysFrom(from, to)
  const shared = daysFrom(from > current.from ? from : current.from, to < current.to ? to : current.to)
  return [
    ...(isAlike(days, others) ? [] : [t('unequal', { days: formatCount(days), others: formatCount(others) })]),
    ...(shared > 0 ? [t('overlap', { days: formatCount(shared) })] : []),
  ]
}

const daysFrom = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1

/** Months and quarters differ by a few days and are meant to be held against one another. */
const isAlike = (days: number, others: number): boolean => Math.abs(days - others) <= Math.max(days, others) * 0.11
