import type { Warning } from '../contract/upload.ts'

export const usedEarlierRates = (rows: number): Warning => ({
  code: 'earlier-rates',
  message: `${rows} ${rows === 1 ? 'row falls' : 'rows fall'} on a day without an exchange rate of its own and ${rows === 1 ? 'takes' : 'take'} the last one before it, at most seven days old.`,
  rows,
})
