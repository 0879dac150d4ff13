import { createRandom, type Random } from '../../functions/domain/random.ts'

/** A made-up market whose truth is known, as the files that a company would send. */
export type Market = Record<'creators' | 'campaigns' | 'spend' | 'results', string>

type Platform = { name: string; costPerConversion: number }
type Side = {
  creators: number
  followers: number
  /** Share of its spend by platform. */
  shares: readonly number[]
  /** How many times cheaper than the platform's cost; 1 is as dear. */
  better: number
  /** Spend a creator and platform, in units. */
  spend: number
}
type Shape = {
  seed: number
  platforms: readonly Platform[]
  micro: Side
  macro: Side
  /** Spread of creators about their tier. */
  spread: number
  /** The first macro creator has so many times the spend, and is so many times better. */
  star?: { spend: number; better: number }
}

const campaigns = 8

function draw({ seed, platforms, micro, macro, spread, star }: Shape): Market {
  const random = createRandom(seed)
  const [creatorLines, spendLines, resultLines] = [[], [], []] as [string[], string[], string[]]
  for (const [tier, side] of [
    ['micro', micro],
    ['macro', macro],
  ] as const) {
    for (let i = 0; i < side.creators; i++) {
      const name = `@${tier}${String(i + 1).padStart(3, '0')}`
      const carries = tier === 'macro' && i === 0 && star ? star : { spend: 1, better: 1 }
      const quality = side.better * carries.better * random.spread(spread)
      platforms.forEach(({ name: platform, costPerConversion }, at) => {
        creatorLines.push(`${name},${platform},${side.followers}`)
        const spend = Math.round(side.spend * carries.spend * (side.shares[at] ?? 0) * random.spread(0.3) * 100)
        if (spend === 0) return
        const campaign = `Launch ${random.between(1, campaigns)}`
        spendLines.push(`2026-03-${day(random)},${campaign},${name},${platform},${amount(spend)},USD`)
        const conversions = random.poisson((spend / 100 / costPerConversion) * quality)
        const clicks = conversions * 20 + random.between(0, 40)
        const figures = [clicks * 60, clicks * 3, clicks, conversions, amount(conversions * 5000)]
        resultLines.push(`2026-03-${day(random)},${campaign},${name},${platform},${figures.join(',')},USD`)
      })
    }
  }
  return {
    creators: ['creator,platform,followers', ...creatorLines].join('\n'),
    campaigns: [
      'campaign,objective,margin',
      ...Array.from({ length: campaigns }, (_, i) => `Launch ${i + 1},conversions,0.4`),
    ].join('\n'),
    spend: ['date,campaign,creator,platform,amount,currency', ...spendLines].join('\n'),
    results: [
      'date,campaign,creator,platform,impressions,engagements,clicks,conversions,revenue,currency',
      ...resultLines,
    ].join('\n'),
  }
}

const day = (random: Random): string => String(random.between(1, 28)).padStart(2, '0')
const amount = (minor: number): string => (minor / 100).toFixed(2)

const platforms = [
  { name: 'instagram', costPerConversion: 20 },
  { name: 'tiktok', costPerConversion: 80 },
] as const
const small = { creators: 60, followers: 30_000, better: 1, spend: 4000 }
const large = { creators: 30, followers: 600_000, better: 1, spend: 20_000 }

/** Micro is better on both platforms, but spent where conversions are dear: as it happened, macro looks better. */
export const drawReversal = (): Market =>
  draw({
    seed: 11,
    platforms,
    spread: 0.25,
    micro: { ...small, better: 1.6, shares: [0.15, 0.85] },
    macro: { ...large, shares: [0.85, 0.15] },
  })

/** All creators are alike but one macro, who has much of the money and brings four times as much for it. */
export const drawCarryingMacro = (): Market =>
  draw({
    seed: 12,
    platforms,
    spread: 0.25,
    micro: { ...small, shares: [0.5, 0.5] },
    macro: { ...large, creators: 9, shares: [0.5, 0.5] },
    star: { spend: 3, better: 4 },
  })

/** There is no difference at all. */
export const drawEqual = (creators: { micro: number; macro: number }, spread: number, seed = 13): Market =>
  draw({
    seed,
    platforms,
    spread,
    micro: { ...small, creators: creators.micro, shares: [0.5, 0.5] },
    macro: { ...large, creators: creators.macro, shares: [0.5, 0.5] },
  })
