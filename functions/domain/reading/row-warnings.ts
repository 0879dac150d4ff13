import type { Warning } from '../../contract/upload.ts'

/** What was done with lines on the way, without stopping at any: how many were rounded, filled up or left out. */
export function rowWarnings(counts: { noisy: number; short: number; continued: number }): Warning[] {
  const { noisy, short, continued } = counts
  const warnings: Warning[] = [
    {
      code: 'amounts-rounded',
      message: `${noisy} amounts had more than 15 significant digits, as programs write them, and were rounded to 15.`,
      rows: noisy,
    },
    {
      code: 'rows-short',
      message: `${short} lines have fewer cells than the header; the cells that are missing at their end were taken as blank.`,
      rows: short,
    },
    {
      code: 'lines-continued',
      message: `${continued} lines are further items of the order above them and have no figures of their own: they are left out.`,
      rows: continued,
    },
  ]
  return warnings.filter(({ rows }) => rows > 0)
}
