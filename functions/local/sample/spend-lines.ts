import { createRandom, itemAt, type Random } from '../../domain/random.ts'
import type { Campaign } from './campaigns.ts'
import type { Deal, World } from './world.ts'

export type SpendLine = {
  day: number
  period: { start: number; end: number } | undefined
  campaign: Campaign
  /** Absent: overhead. */
  creator: string | undefined
  deal: Deal | undefined
  platform: string | undefined
  category: 'creator_fee' | 'product' | 'usage_rights' | 'agency_fee' | 'tools'
  reference: string | undefined
  status: 'committed' | 'invoiced' | 'paid' | undefined
  amountMinor: number
}

/** Paid, but in no directory and without a single post: the books show it as unmatched. */
export const ghost = 'Studio Nordlicht'

/** What finance booked, by date. The lines of a deal add up to its fee. */
export function drawSpend(world: World): SpendLine[] {
  const lines = [
    ...world.deals
      .filter(({ campaign, feeMinor }) => feeMinor > 0 && !campaign.performance)
      .flatMap((deal) => bookDeal(world, deal)),
    ...world.campaigns.flatMap((campaign, index) => bookOverhead(world, campaign, index)),
  ]
  return lines.sort((a, b) => a.day - b.day)
}

function bookDeal(world: World, deal: Deal): SpendLine[] {
  const random = createRandom(world.options.seed, 4_000_000 + deal.index)
  const { campaign, creator, feeMinor } = deal
  const first = itemAt(deal.posts, 0).day
  const last = itemAt(deal.posts, deal.posts.length - 1).day
  const base = {
    campaign,
    deal,
    creator: creator.payee,
    platform: itemAt(deal.posts, 0).platform,
    reference: `PO-${4000 + deal.index}`,
    period: undefined,
  }
  const book = (day: number, category: SpendLine['category'], amountMinor: number): SpendLine => {
    const date = Math.min(world.end, Math.max(world.start, day))
    return { ...base, day: date, category, amountMinor, status: drawStatus(random, world.end - date) }
  }
  const product = random.unit() < 0.25 ? Math.round(feeMinor * 0.08) : 0
  const rights = feeMinor > 80_000 && random.unit() < 0.4 ? Math.round(feeMinor * 0.15) : 0
  const upfront = Math.round((feeMinor - product - rights) / 2)
  const lines = [
    book(first - random.between(3, 12), 'creator_fee', upfront),
    book(last + random.between(5, 20), 'creator_fee', feeMinor - product - rights - upfront),
  ]
  if (product > 0) lines.push(book(first - random.between(5, 9), 'product', product))
  if (rights > 0)
    lines.push({
      ...book(first, 'usage_rights', rights),
      period: { start: first, end: Math.min(world.end, first + 29) },
    })
  return lines
}

function bookOverhead(world: World, campaign: Campaign, index: number): SpendLine[] {
  const random = createRandom(world.options.seed, 5_000_000 + index)
  const base = { campaign, creator: undefined, deal: undefined, platform: undefined, reference: undefined }
  const booked = { ...base, day: campaign.start, status: drawStatus(random, world.end - campaign.start) }
  const period = { start: campaign.start, end: campaign.end }
  const lines: SpendLine[] = [
    { ...booked, period, category: 'agency_fee', amountMinor: random.between(18, 60) * 10_000 },
  ]
  if (index % 3 === 0) lines.push({ ...booked, period, category: 'tools', amountMinor: 29_900 })
  if (index === 1)
    lines.push({ ...booked, period: undefined, creator: ghost, category: 'creator_fee', amountMinor: 64_000 })
  return lines
}

// Money moves on with age; a few lines of an older system say nothing.
function drawStatus(random: Random, ageDays: number): SpendLine['status'] {
  if (random.unit() < 0.05) return undefined
  const settled = ageDays + random.between(-15, 15)
  return settled > 45 ? 'paid' : settled > 15 ? 'invoiced' : 'committed'
}
