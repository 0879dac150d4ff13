import { formatCount, formatDay, formatMoney, formatShare } from '../../format/format.ts'

/**
 * Writes a number of each kind to nobody. With the first one a browser reads its language's data, some 10 to 20 ms, which
 * are free while an answer is under way and would hold up all charts once it is here.
 */
export function warmFormats(): void {
  formatMoney(0, 'USD')
  formatCount(0, 'compact')
  formatShare(0)
  formatDay('2026-01-01')
  formatDay('2026-01')
}
