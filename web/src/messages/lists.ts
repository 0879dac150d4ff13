import { defineMessages } from './define-messages.ts'

/** Texts of the lists of campaigns and creators, and of one of each. */
export const t = defineMessages({
  campaigns: 'Campaigns',
  campaign: 'Campaign',
  creators: 'Creators',
  creator: 'Creator',
  firstOf: '{shown} of {total}.',
  name: 'Name',
  brand: 'Brand',
  tiers: 'Tiers',
  spend: 'Spend',
  conversions: 'Conversions',
  revenue: 'Revenue',
  noCampaigns: 'No campaign has rows here',
  noCreators: 'No creator has rows here',
  widen: 'Widen the range or take a filter away.',
  creatorTotals: 'The figures of one creator are in the list of creators.',
  toCreators: 'Show the creators',
  noValue: '–',
})
