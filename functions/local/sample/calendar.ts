const dayMs = 86_400_000

/** Days since 1970-01-01 of an ISO date. */
export function toDay(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMs
}

/** ISO date of a day number. */
export function toDate(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10)
}

export function isBusinessDay(day: number): boolean {
  const weekday = new Date(day * dayMs).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** First day of the month that lies `months - 1` months before the month of `end`. */
export function startOfMonths(end: string, months: number): number {
  const last = new Date(`${end}T00:00:00Z`)
  return Date.UTC(last.getUTCFullYear(), last.getUTCMonth() - months + 1, 1) / dayMs
}
