export type DayRange = { from: string; to: string }

const dayMs = 86_400_000
const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10)

export function addDays(day: string, days: number): string {
  return dayOf(timeOf(day) + days * dayMs)
}

/** Days of a range, both ends included. */
export function countDays({ from, to }: DayRange): number {
  return Math.round((timeOf(to) - timeOf(from)) / dayMs) + 1
}

export type RangePreset = 'days30' | 'days90' | 'month' | 'quarter' | 'halfYear' | 'year'
export const rangePresets: readonly RangePreset[] = ['days30', 'days90', 'month', 'quarter', 'halfYear', 'year']

/** The range that a preset means for books that reach until `last`: data, not today, is what ends it. */
export function presetRange(preset: RangePreset, last: string): DayRange {
  if (preset === 'days30') return { from: addDays(last, -29), to: last }
  if (preset === 'days90') return { from: addDays(last, -89), to: last }
  if (preset === 'halfYear') return { from: firstOfMonth(last, -5), to: last }
  if (preset === 'year') return { from: `${last.slice(0, 4)}-01-01`, to: last }
  if (preset === 'quarter') return { from: firstOfMonth(last, -((Number(last.slice(5, 7)) - 1) % 3)), to: last }
  return { from: firstOfMonth(last, 0), to: last }
}

export type ComparePreset = 'before' | 'yearBefore'

/** The days that a range is held against. Whole months are compared with whole months. */
export function compareRange(preset: ComparePreset, range: DayRange): DayRange {
  if (preset === 'yearBefore') return { from: yearBefore(range.from), to: yearBefore(range.to) }
  const to = addDays(range.from, -1)
  const months = wholeMonths(range)
  return { from: months > 0 ? firstOfMonth(range.from, -months) : addDays(to, 1 - countDays(range)), to }
}

/** Calendar months that the range covers from their first to their last day; 0 if it cuts one. */
function wholeMonths({ from, to }: DayRange): number {
  if (!from.endsWith('-01') || !addDays(to, 1).endsWith('-01')) return 0
  const months = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return months(to) - months(from) + 1
}

function firstOfMonth(day: string, months: number): string {
  return dayOf(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + months, 1))
}

function yearBefore(day: string): string {
  const earlier = `${String(Number(day.slice(0, 4)) - 1)}${day.slice(4)}`
  return earlier.endsWith('-02-29') ? `${earlier.slice(0, 8)}28` : earlier
}
