import type { MetricName } from '../../functions/contract/report.ts'
import type { Random } from '../../functions/domain/random.ts'
import type { StatColumn } from '../../functions/domain/stats/stat-columns.ts'

/** One creator's sums. */
export type Drawn = Partial<Record<StatColumn, number>>

/** A market of the specification's section 1.5: how the creators of one tier are drawn. */
export type Scenario = {
  name: string
  about: string
  metric: MetricName
  /**
   * Draws the creators of a tier. `scale` multiplies its true rate of outcome to exposure and nothing else, so that the true
   * ratio of two tiers is known.
   */
  draw(random: Random, creators: number, scale: number): Drawn[]
}

/** Minor units that a creator is paid on average. */
const meanSpend = 50_000
/** Of the gamma that makes counts more uneven than Poisson's. */
const dispersion = 5

type Shape = {
  perCreator: number
  spendSpread?: number
  effectSpread?: number
  gifted?: number
  returns?: number
  /** Share of all spend that the first creator has. */
  largest?: number
}

function drawConverting(random: Random, creators: number, scale: number, shape: Shape): Drawn[] {
  const { perCreator, spendSpread = 0.8, effectSpread = 0.6, gifted = 0, returns = 1, largest = 0 } = shape
  const sizes = Array.from({ length: creators }, () => random.spread(spendSpread))
  if (largest > 0) sizes[0] = (sizes.slice(1).reduce((sum, size) => sum + size, 0) * largest) / (1 - largest)
  // The mean of size^returns, so that the expected outcome of a creator stays as asked.
  const curve = Math.exp(((returns * returns - returns) * spendSpread * spendSpread) / 2)
  return sizes.map((size) => {
    const mean = (perCreator * scale * size ** returns * random.spread(effectSpread)) / curve
    const conversions = random.poisson(mean * gammaMeanOne(random, dispersion))
    const spend = random.unit() < gifted ? 0 : Math.max(1, Math.round(meanSpend * size))
    return { spend, conversions }
  })
}

/** A gamma variable of a whole shape, with mean 1. */
function gammaMeanOne(random: Random, shape: number): number {
  let sum = 0
  for (let i = 0; i < shape; i++) sum -= Math.log(1 - random.unit())
  return sum / shape
}

const converting = (name: string, about: string, shape: Shape): Scenario => ({
  name,
  about,
  metric: 'cpa',
  draw: (random, creators, scale) => drawConverting(random, creators, scale, shape),
})

function drawSelling(random: Random, creators: number, scale: number): Drawn[] {
  return drawConverting(random, creators, scale, { perCreator: 20 }).map(({ spend = 0, conversions = 0 }) => {
    let revenue = 0
    for (let i = 0; i < conversions; i++) revenue += 9000 * random.spread(0.6)
    return { spend, conversions, revenue: Math.round(revenue) }
  })
}

function drawEngaging(random: Random, creators: number, scale: number): Drawn[] {
  return Array.from({ length: creators }, () => {
    const impressions = Math.max(1, Math.round(30_000 * random.spread(1)))
    return { impressions, engagements: random.poisson(impressions * 0.03 * scale * random.spread(0.6)) }
  })
}

export const scenarios: readonly Scenario[] = [
  converting('S1', '20 conversions a creator', { perCreator: 20 }),
  converting('S2', '2 conversions a creator', { perCreator: 2 }),
  converting('S3', '0.5 conversions a creator', { perCreator: 0.5 }),
  { name: 'S4', about: 'ROAS, lognormal baskets', metric: 'roas', draw: drawSelling },
  { name: 'S5', about: 'engagement rate', metric: 'erImpressions', draw: drawEngaging },
  converting('S6', 'heavy tails', { perCreator: 20, spendSpread: 1.5, effectSpread: 1 }),
  converting('S7', '40% gifted', { perCreator: 20, gifted: 0.4 }),
  converting('S8', 'diminishing returns', { perCreator: 20, returns: 0.7 }),
  converting('S9', 'one creator has 60% of the spend', { perCreator: 20, largest: 0.6 }),
]
