import type { Claim, ClaimName, Claims } from '../../../functions/contract/claims.ts'
import { aFile, type TestFile } from '../fold-files.ts'

/** What each creator of a tier did in one month: one post a creator and week. */
export type TierFigures = {
  followers: number
  spend: number
  impressions: number
  engagements: number
  clicks: number
  conversions: number
  comments?: number
  saves?: number
  shares?: number
}

export const aTier = (fields: Partial<TierFigures> = {}): TierFigures => ({
  followers: 10_000,
  spend: 500,
  impressions: 5_000,
  engagements: 500,
  clicks: 200,
  conversions: 20,
  ...fields,
})

/** Creators differ a little, always in the same way, so that there is something to be unsure about. */
const vary = (figure: number, creator: number, post: number, measure: number): number =>
  Math.round(figure * (1 + 0.2 * Math.sin(1 + creator * 2.3 + post * 1.7 + measure * 2.9)))

const measures = ['impressions', 'engagements', 'clicks', 'conversions', 'comments', 'saves', 'shares'] as const

type Options = {
  creators?: number
  posts?: number
  target?: string
  nicheOf?: (creator: number) => string
  /** Of a post; else all are of Spring. */
  campaignOf?: (post: number) => string
  /** Times the engagements of micro creators in it. */
  boost?: (post: number) => number
}

/** Files of as many micro as macro creators, in one campaign if nothing else is said. */
export function tierFiles(micro: TierFigures, macro: TierFigures, options: Options = {}): TestFile[] {
  const {
    creators = 12,
    posts = 4,
    target = '',
    nicheOf = () => 'food',
    campaignOf = () => 'Spring',
    boost = () => 1,
  } = options
  const given = measures.filter((name) => micro[name] !== undefined || macro[name] !== undefined)
  const rows = [micro, macro].flatMap((tier, t) =>
    Array.from({ length: creators }, (_, creator) => ({
      tier,
      name: `@${t === 0 ? 'micro' : 'macro'}${creator}`,
      creator,
    })),
  )
  const campaigns = [...new Set(Array.from({ length: posts }, (_, post) => campaignOf(post)))]
  const days = Array.from({ length: posts }, (_, post) => `2026-03-${String(post * 2 + 1).padStart(2, '0')}`)
  return [
    aFile(
      'creators',
      'creator,followers,niche',
      ...rows.map(({ tier, name, creator }) => `${name},${tier.followers},${nicheOf(creator)}`),
    ),
    aFile(
      'campaigns',
      'campaign,objective,target_niche',
      ...campaigns.map((campaign) => `${campaign},conversions,${target}`),
    ),
    aFile(
      'spend',
      'date,campaign,creator,platform,amount,currency',
      ...rows.flatMap(({ tier, name, creator }) =>
        campaigns.map((campaign) => {
          const spend = Math.round(vary(tier.spend, creator, 0, 0) / campaigns.length)
          return `2026-03-01,${campaign},${name},instagram,${spend}.00,USD`
        }),
      ),
    ),
    aFile(
      'results',
      `date,campaign,creator,platform,post,published,${given.join()}`,
      ...rows.flatMap(({ tier, name, creator }) =>
        days.map((day, post) => {
          const figures = given.map((measure, m) => {
            const times = measure === 'engagements' && tier === micro ? boost(post) : 1
            return tier[measure] === undefined ? '' : vary(tier[measure] * times, creator, post, m)
          })
          return `${day},${campaignOf(post)},${name},instagram,${name}-${post},${day},${figures.join()}`
        }),
      ),
    ),
  ]
}

export const claimOf = ({ claims }: Claims, name: ClaimName): Claim =>
  claims.find((claim) => claim.name === name) as Claim
