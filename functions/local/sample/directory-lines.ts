import { toDate } from './calendar.ts'
import type { Campaign } from './campaigns.ts'
import { followersAt } from './creators.ts'
import { formatLine, formatMinor } from './csv.ts'
import { model } from './model.ts'
import type { SpendLine } from './spend-lines.ts'
import type { World } from './world.ts'

/** Every account's count at the start and each 90 days on. */
export function listCreators({ creators, start, end }: World): string[] {
  const lines: string[] = []
  for (let day = start; day <= end; day += 90) {
    for (const creator of creators) {
      for (const { platform } of creator.accounts) {
        const followers = followersAt(creator, platform, day, start)
        const { handle, niche, region } = creator
        lines.push(formatLine('creators', { creator: handle, platform, followers, date: toDate(day), niche, region }))
      }
    }
  }
  return lines
}

/** Budgets leave 5 to 10 percent over what was booked and what the performance file will bring. */
export function listCampaigns({ campaigns, deals }: World, spend: readonly SpendLine[]): string[] {
  const booked = new Map<Campaign, number>()
  const add = (campaign: Campaign, minor: number) => booked.set(campaign, (booked.get(campaign) ?? 0) + minor)
  for (const { campaign, amountMinor } of spend) add(campaign, amountMinor)
  for (const { campaign, feeMinor } of deals) if (campaign.performance) add(campaign, feeMinor)
  return campaigns.map((campaign) => {
    const factor = model.objectiveFactor[campaign.objective]
    return formatLine('campaigns', {
      campaign: campaign.name,
      brand: campaign.brand,
      objective: campaign.objective,
      start: toDate(campaign.start),
      end: toDate(campaign.end),
      budget: formatMinor(Math.ceil(((booked.get(campaign) ?? 0) * 1.05) / 50_000) * 50_000),
      currency: campaign.currency,
      margin: campaign.margin,
      target_niche: campaign.niche,
      brief: `${campaign.objective} for ${campaign.brand}, people who care for ${campaign.niche}`,
      target_cpm: campaign.objective === 'awareness' ? '25.00' : undefined,
      target_cpe: campaign.objective === 'engagement' ? '0.90' : undefined,
      target_cpc: campaign.objective === 'traffic' ? '1.40' : undefined,
      target_cpa: campaign.objective === 'conversions' ? formatMinor(Math.round(4500 / factor)) : undefined,
      target_roas: campaign.objective === 'sales' ? '3' : undefined,
      target_roi: campaign.objective === 'sales' ? '0.4' : undefined,
    })
  })
}

/** Names that only invoices use. */
export function listAliases({ creators, campaigns }: World): string[] {
  return [
    ...creators
      .filter(({ handle, payee }) => handle !== payee)
      .map(({ handle, payee }) => formatLine('aliases', { kind: 'creator', alias: payee, name: handle })),
    ...campaigns
      .filter(({ name, bookedAs }) => name !== bookedAs)
      .map(({ name, bookedAs }) => formatLine('aliases', { kind: 'campaign', alias: bookedAs, name })),
  ]
}

export function listRates({ rates }: World): string[] {
  return [...rates].map(([day, rate]) =>
    formatLine('fx', { date: toDate(day), from: 'EUR', to: 'USD', rate: (rate / 10_000).toFixed(4) }),
  )
}
