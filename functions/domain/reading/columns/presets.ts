import type { UploadKind } from '../../../contract/upload.ts'

/** An export of a platform: the headers by which it is known, and which of them fill which fields. */
export type Preset = {
  name: string
  kind: UploadKind
  /** All of these must stand in the header. */
  known: readonly string[]
  /** Field → headers, the first that the file has. `*` stands for a currency in brackets. */
  fields: Readonly<Record<string, readonly string[]>>
  constants?: Readonly<Record<string, string>>
  /** The column of what was paid back, and that of all that was paid. */
  refund?: { header: string; of: string }
}

/** Exports as they come off the platforms, in their English spelling. Data: a new export is a new entry. */
export const presets: readonly Preset[] = [
  {
    name: 'Google Ads',
    kind: 'performance',
    known: ['Campaign', 'Currency code', 'Impr.', 'Cost'],
    fields: {
      date: ['Day', 'Week', 'Month'],
      campaign: ['Campaign'],
      amount: ['Cost'],
      currency: ['Currency code'],
      impressions: ['Impr.'],
      clicks: ['Clicks'],
      engagements: ['Interactions', 'Engagements'],
      conversions: ['Conversions'],
      revenue: ['Conv. value', 'Total conv. value'],
    },
  },
  {
    name: 'Meta Ads Manager',
    kind: 'performance',
    known: ['Amount spent *', 'Impressions', 'Reporting starts', 'Reporting ends'],
    fields: {
      date: ['Day', 'Reporting starts'],
      campaign: ['Campaign name'],
      platform: ['Platform'],
      amount: ['Amount spent *'],
      impressions: ['Impressions'],
      reach: ['Reach'],
      engagements: ['Post engagements', 'Page engagement'],
      comments: ['Post comments'],
      saves: ['Post saves'],
      shares: ['Post shares'],
      clicks: ['Link clicks', 'Clicks (all)'],
      conversions: ['Purchases', 'Website purchases', 'Results'],
      revenue: ['Purchases conversion value', 'Website purchases conversion value'],
    },
  },
  {
    name: 'TikTok Ads',
    kind: 'performance',
    known: ['Campaign name', 'Cost', 'Impressions', 'Video views'],
    fields: {
      date: ['Date', 'By Day', 'Stat time day'],
      campaign: ['Campaign name'],
      amount: ['Cost'],
      currency: ['Currency'],
      impressions: ['Impressions', 'Impression'],
      reach: ['Reach'],
      engagements: ['Total engagement', 'Engagements'],
      comments: ['Paid comments', 'Comments'],
      shares: ['Paid shares', 'Shares'],
      clicks: ['Clicks (destination)', 'Clicks', 'Click'],
      conversions: ['Conversions', 'Conversion', 'Complete payment'],
      revenue: ['Total purchase value', 'Total complete payment value'],
    },
    constants: { platform: 'tiktok' },
  },
  {
    name: 'Google Analytics 4',
    kind: 'results',
    known: ['Session campaign', 'Sessions', 'Total revenue'],
    fields: {
      date: ['Date', 'Day'],
      campaign: ['Session campaign'],
      platform: ['Session source', 'Session source platform'],
      conversions: ['Ecommerce purchases', 'Transactions', 'Key events', 'Conversions'],
      revenue: ['Total revenue', 'Purchase revenue'],
    },
  },
  {
    name: 'Shopify orders',
    kind: 'results',
    known: ['Name', 'Financial Status', 'Created at', 'Subtotal', 'Total'],
    fields: {
      date: ['Created at'],
      creator: ['Discount Code'],
      currency: ['Currency'],
      revenue: ['Subtotal'],
    },
    refund: { header: 'Refunded Amount', of: 'Total' },
  },
  {
    name: 'Amazon Associates orders',
    kind: 'results',
    known: ['ASIN', 'Tracking ID', 'Date Shipped', 'Items Shipped'],
    fields: {
      date: ['Date Shipped'],
      creator: ['Tracking ID'],
      conversions: ['Items Shipped'],
      revenue: ['Revenue *', 'Revenue'],
    },
  },
  {
    name: 'Amazon Associates tracking',
    kind: 'results',
    known: ['Tracking Id', 'Clicks', 'Ordered Items'],
    fields: {
      date: ['Date'],
      creator: ['Tracking Id'],
      clicks: ['Clicks'],
      conversions: ['Shipped Items', 'Ordered Items'],
      revenue: ['Shipped Items Revenue *', 'Ordered Items Revenue *', 'Ordered Items Revenue'],
    },
  },
]
