import { join } from 'node:path'
import { benchOptions } from '../bench-options.ts'
import { openFiles } from '../dataset.ts'

const spendRows = 500_000

/** Files of a market with 5,000 creators: many rows of spend, which are dropped, and enough results to draw everyone. */
export function openMarket() {
  const dir = openFiles('pages', { ...benchOptions, resultRows: 200_000, spendRows })
  return {
    spendRows,
    creators: join(dir, 'creators.csv'),
    campaigns: join(dir, 'campaigns.csv'),
    results: join(dir, 'results.csv'),
    spend: join(dir, 'spend.csv'),
  }
}
