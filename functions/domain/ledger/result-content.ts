import type { Day } from '../calendar.ts'
import type { Block, Subject } from './block.ts'
import { measureCount, measures, publicationBit } from './measures.ts'
import type { RowContent } from './replaced-row.ts'

/** What one result row of a block says; undefined for a row that only tells when its post was published. */
export function contentOfResult(block: Block, i: number): RowContent | undefined {
  const { results } = block
  const mask = results.mask[i] as number
  if ((mask & publicationBit) !== 0) return undefined
  const { creator, campaign, platform, post } = block.subjects[results.subject[i] as number] as Subject
  const told: Record<string, number> = {}
  for (let m = 0; m < measureCount; m++) {
    if (mask & (1 << m)) told[measures[m] as string] = results.values[m]?.[i] as number
  }
  const currency = block.currencies[results.currency[i] as number] ?? ''
  const spend = { lineId: '', category: '', reference: '', status: '', amount: null }
  return { day: results.day[i] as Day, creator, campaign, platform, post, ...spend, currency, measures: told }
}
