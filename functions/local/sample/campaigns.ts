import { createRandom, itemAt } from '../../domain/random.ts'
import { toDate } from './calendar.ts'
import type { Objective } from './model.ts'
import { brands, nameCampaign, niches } from './names.ts'
import type { SampleOptions } from './sample-options.ts'

export type Campaign = {
  name: string
  /** What invoices call the campaign. */
  bookedAs: string
  brand: string
  objective: Objective
  start: number
  end: number
  currency: 'USD' | 'EUR'
  margin: number
  niche: string
  /** Reported line by line with its cost, in the performance file. */
  performance: boolean
  /** The shop states gross profit itself. */
  statesProfit: boolean
}

export function drawCampaigns({ seed, campaigns: count }: SampleOptions, start: number, end: number): Campaign[] {
  const length = Math.min(61, end - start)
  return Array.from({ length: count }, (_, index) => {
    const random = createRandom(seed, 100 + index)
    const from = start + Math.round(((end - start - length) * index) / Math.max(1, count - 1))
    const objective = itemAt(['sales', 'awareness', 'conversions', 'engagement', 'traffic'] as const, index % 5)
    const brand = itemAt(brands, index % brands.length)
    const name = nameCampaign(index, brand, objective, toDate(from))
    return {
      name,
      bookedAs: index === 2 ? `${brand} Q1 influencer` : name,
      brand,
      objective,
      start: from,
      end: from + length,
      currency: index % 10 === 4 ? 'EUR' : 'USD',
      margin: random.between(38, 58) / 100,
      niche: random.pick(niches),
      performance: index % 10 === 3,
      statesProfit: index % 5 === 1,
    }
  })
}
