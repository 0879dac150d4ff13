import { createRandom } from '../../domain/random.ts'
import type { Campaign } from './campaigns.ts'
import type { Creator } from './creators.ts'
import { model, type Tier, tierOf } from './model.ts'
import type { SampleOptions } from './sample-options.ts'

/**
 * Who works for which campaigns: few creators have many deals. Each tier deals the campaigns out like a deck of cards,
 * so that `even` is nearly even in small samples too.
 */
export function pairUp(options: SampleOptions, creators: readonly Creator[], campaigns: readonly Campaign[]) {
  const activity = creators.reduce((sum, creator) => sum + creator.activity, 0)
  const decks = new Map<string, Campaign[]>()
  return creators.flatMap((creator, index) => {
    const random = createRandom(options.seed, 1_000_000 + index)
    const wanted = 1 + random.poisson((1.4 * creators.length * creator.activity) / activity)
    const tier = tierOf(Math.max(...creator.accounts.map(({ followers }) => followers)))
    const chosen = new Set<Campaign>()
    for (let tries = 0; chosen.size < Math.min(wanted, campaigns.length) && tries < 50; tries++) {
      const deck = decks.get(tier) ?? []
      if (deck.length === 0) deck.push(...random.shuffle(stackDeck(options, tier, campaigns)))
      decks.set(tier, deck)
      const campaign = deck.pop()
      // A line of the performance file always has a cost.
      if (campaign && !(campaign.performance && creator.gifted)) chosen.add(campaign)
    }
    return [...chosen].map((campaign) => ({ creator, campaign }))
  })
}

function stackDeck({ mix }: SampleOptions, tier: Tier, campaigns: readonly Campaign[]): Campaign[] {
  if (mix === 'even') return [...campaigns]
  return campaigns.flatMap((campaign) => {
    const rare = model.objectiveFactor[campaign.objective] < 1
    return Array<Campaign>(rare === (tier === 'macro') ? 1 : 15).fill(campaign)
  })
}
