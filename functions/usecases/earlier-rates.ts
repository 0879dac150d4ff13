import type { Warning } from '../contract/upload.ts'
import type { EarlierRates } from '../domain/ledger/rate-use.ts'

export const usedEarlierRates = ({ rows, days, first }: EarlierRates): Warning => ({
  code: 'earlier-rates',
  message: `${rows} ${rows === 1 ? 'row' : 'rows'} of ${days} ${days === 1 ? 'day' : 'days'} without an exchange rate ${rows === 1 ? 'takes' : 'take'} the last one before, at most seven days old, e.g. ${first.from} on ${first.day} uses ${first.rateDay} (${first.rate} ${first.to}).`,
  rows,
})
