import type { CampaignRow } from '../../../../functions/contract/report.ts'

export type Span = Pick<CampaignRow, 'start' | 'end'>

/** At which point of a series, a day or a month, a campaign begins and ends; what lies outside is left out. */
export function toSpanMarks(dates: readonly string[], { start, end }: Span): { at: number; edge: 'starts' | 'ends' }[] {
  const place = (day: string | null): number => (day === null ? -1 : dates.findIndex((date) => day.startsWith(date)))
  const marks = [
    { at: place(start), edge: 'starts' as const },
    { at: place(end), edge: 'ends' as const },
  ]
  return marks.filter(({ at }) => at >= 0)
}
