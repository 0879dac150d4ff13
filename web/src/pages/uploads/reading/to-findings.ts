import type { Reading, ReadingTotal } from '../../../../../functions/contract/reading.ts'

/** A plain decimal of any length, in groups of three: no number of the page's could hold it exactly. */
export function groupDecimal(plain: string): string {
  const [, sign = '', whole = '', rest = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(plain) ?? []
  if (whole === '') return plain
  return `${sign === '-' ? '−' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${rest}`
}

/** What a total says and what its rows come to, in as many decimals as the file writes; the difference without a sign. */
export function showTotal({ stated, sum, difference }: ReadingTotal): { sum: string; difference: string } {
  // Three digits behind a mark may be thousands.
  const written = /[.,](\d{1,2})\D*$/.exec(stated)?.[1]?.length ?? 0
  const decimals = Math.max(written, decimalsOf(sum), decimalsOf(difference))
  const show = (plain: string): string => groupDecimal(padDecimals(plain, decimals))
  return { sum: show(sum), difference: show(difference.replace(/^-/, '')) }
}

const decimalsOf = (text: string): number => /\.(\d+)$/.exec(text)?.[1]?.length ?? 0

function padDecimals(plain: string, decimals: number): string {
  const missing = decimals - decimalsOf(plain)
  return missing <= 0 ? plain : `${plain}${plain.includes('.') ? '' : '.'}${'0'.repeat(missing)}`
}

type Totals = { differ: ReadingTotal[]; agree: ReadingTotal[]; more: number }

const totalsShownMax = 6

/** The first totals of loaded columns, those that do not agree with their rows apart, and how many more there are. */
export function toTotals({ totals, columns }: Pick<Reading, 'totals' | 'columns'>): Totals {
  const loaded = new Set(columns.filter(({ field }) => field !== null).map(({ header }) => header))
  const first = (agreeing: boolean): ReadingTotal[] =>
    totals.filter(({ header, agrees }) => agrees === agreeing && loaded.has(header)).slice(0, totalsShownMax)
  const [differ, agree] = [first(false), first(true)]
  return { differ, agree, more: totals.length - differ.length - agree.length }
}

export type SkippedLines = { why: string; count: number; lines: number[] }

/** Lines that are no data, by sort: how many, and the first of their numbers. */
export function toSkipped({ skipped, skippedCounts }: Pick<Reading, 'skipped' | 'skippedCounts'>): SkippedLines[] {
  return Object.entries(skippedCounts)
    .filter(([, count]) => count > 0)
    .map(([why, count]) => ({
      why,
      count,
      lines: skipped
        .filter((one) => one.why === why)
        .slice(0, linesNamedMax)
        .map(({ line }) => line),
    }))
}

const linesNamedMax = 12
