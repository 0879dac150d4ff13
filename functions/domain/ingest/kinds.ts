import type { UploadKind } from '../../contract/upload.ts'
import { headerKey } from './normalise.ts'

/** A column that a kind of file may have. `synonyms` are other headers under which it is found. */
export type FieldSpec = { name: string; required?: true; synonyms: readonly string[]; example: string; meaning: string }

const field = (name: string, meaning: string, example: string, synonyms: readonly string[] = []): FieldSpec => ({
  name,
  meaning,
  example,
  synonyms,
})
const required = (spec: FieldSpec): FieldSpec => ({ ...spec, required: true })

const creatorNames = [
  'influencer',
  'influencer id',
  'creator id',
  'creator name',
  'influencer name',
  'handle',
  'account',
  'username',
  'user name',
  'channel name',
]
const platformNames = ['network', 'channel', 'social network', 'social platform']
const date = field('date', 'Day of the row, YYYY-MM-DD', '2026-03-14', [
  'day',
  'transaction date',
  'invoice date',
  'posting date',
  'booking date',
  'order date',
])
const campaign = field('campaign', 'What the money was spent on', 'Spring Launch', [
  'campaign name',
  'campaign id',
  'project',
])
const creator = field('creator', 'Who was paid to post', '@anna', creatorNames)
const platform = field('platform', 'Where it was posted', 'instagram', platformNames)
const currency = field('currency', 'ISO 4217 code', 'USD', ['ccy', 'currency code', 'iso currency'])
const amountNames = [
  'spend',
  'cost',
  'fee',
  'payout',
  'total payout',
  'amount spent',
  'total cost',
  'price',
  'net amount',
  'payment',
]
const amount = field('amount', 'Money spent; a refund is negative', '1250.00', amountNames)
const category = field('category', 'What kind of cost', 'fee', ['cost type', 'cost category', 'expense type'])
const lineId = field('line_id', 'Number that names this line in your books, unique in the file', 'INV-1042-1', [
  'line',
  'line number',
  'line no',
  'transaction id',
  'payout id',
  'entry id',
  'row id',
])
const reference = field('reference', 'Invoice or order number', 'INV-1042', [
  'invoice',
  'invoice number',
  'invoice no',
  'po',
  'po number',
  'order number',
])
const status = field('status', 'committed, invoiced or paid; blank if not stated', 'paid', ['payment status', 'state'])

const figures: readonly FieldSpec[] = [
  field('followers', 'Followers of the account at the time of the post', '48200', [
    'follower count',
    'followers count',
    'subscribers',
    'audience',
  ]),
  field('impressions', 'Times shown', '31000', ['views', 'impr', 'video views', 'plays']),
  field('reach', 'People reached', '24000', ['unique reach', 'accounts reached']),
  field('engagements', 'Likes, comments, shares and saves together', '1900', [
    'engagement',
    'interactions',
    'total engagements',
  ]),
  field('comments', 'Comments', '120', ['comment count']),
  field('saves', 'Saves', '80', ['bookmarks', 'save count']),
  field('shares', 'Shares', '45', ['reposts', 'share count']),
  field('clicks', 'Clicks on the link', '410', ['link clicks', 'click count', 'taps']),
  field('conversions', 'Orders, sign-ups: what the campaign wants', '17', [
    'orders',
    'purchases',
    'results',
    'conversion count',
    'sales count',
  ]),
  field('revenue', 'Revenue of those conversions', '1432.50', [
    'conversion value',
    'purchase value',
    'sales value',
    'order value',
    'turnover',
  ]),
  field('gross_profit', 'Gross profit, where it is known', '644.60', ['profit', 'contribution']),
]
const scores: readonly FieldSpec[] = [
  field('content_score', 'Rating of the content, 0 to 100', '82', ['content rating', 'content quality']),
  field('brand_fit', 'Rating of the fit with the brand, 0 to 100', '75', ['brand fit score', 'fit']),
]
const post = field('post', 'Id or address of the post', 'C5kd83Jx', [
  'post id',
  'media id',
  'content id',
  'permalink',
  'video id',
  'post link',
])
const published = field('published', 'Day on which the post was published', '2026-03-12', [
  'published at',
  'publish date',
  'published date',
  'post date',
  'publication date',
])
const results: readonly FieldSpec[] = [
  date,
  campaign,
  creator,
  platform,
  post,
  published,
  ...figures,
  currency,
  ...scores,
]
const target = (metric: string, example: string): FieldSpec =>
  field(`target_${metric}`, `Target for ${metric.toUpperCase()}`, example)

/** The columns of each kind, in the order of its template. */
export const kindFields: Record<UploadKind, readonly FieldSpec[]> = {
  spend: [
    date,
    field('period_start', 'First day of the period over which the amount is spread', '', [
      'period from',
      'service start',
      'start date',
      'from',
    ]),
    field('period_end', 'Last day of that period', '', ['period to', 'service end', 'end date', 'to']),
    campaign,
    creator,
    platform,
    category,
    lineId,
    reference,
    status,
    required(amount),
    required(currency),
  ],
  results,
  performance: [
    ...results.slice(0, -3),
    required(amount),
    required(currency),
    lineId,
    category,
    reference,
    status,
    ...scores,
  ],
  creators: [
    required({ ...creator, synonyms: [...creatorNames, 'name', 'id'] }),
    platform,
    field('followers', 'Followers on that day', '48200', ['follower count', 'followers count', 'subscribers']),
    field('date', 'Day of the count; without one it holds until a dated count is known', '2026-01-01', [
      'as of',
      'day',
      'count date',
    ]),
    field('niche', 'What the creator posts about', 'fitness', ['category', 'topic', 'vertical']),
    field('region', 'Where the audience is', 'DE', ['country', 'market']),
  ],
  campaigns: [
    required({ ...campaign, synonyms: [...campaign.synonyms, 'name', 'id'] }),
    field('brand', 'Brand that it is for', 'Northwind'),
    field('objective', 'awareness, engagement, traffic, conversions or sales', 'conversions', ['goal']),
    field('start', 'First day', '2026-03-01', ['start date', 'from']),
    field('end', 'Last day', '2026-04-30', ['end date', 'to']),
    field('budget', 'Planned spend', '50000.00', ['planned spend']),
    currency,
    field('margin', 'Share of revenue that is gross profit, as a fraction', '0.45', ['gross margin']),
    field('target_niche', 'Niche that the campaign aims at', 'fitness'),
    field('brief', 'What creators were asked for', 'Show the product in use'),
    target('cpm', ''),
    target('cpe', ''),
    target('cpc', ''),
    target('cpa', '14.00'),
    target('roas', ''),
    target('roi', ''),
  ],
  aliases: [
    field('kind', 'creator or campaign; creator if left out', 'creator', ['type']),
    required(field('alias', 'The other spelling', 'Anna Smith Ltd', ['other name', 'also known as', 'aka'])),
    required(
      field('name', 'What it means; blank takes the alias back', '@anna', [
        'creator',
        'campaign',
        'canonical',
        'canonical name',
      ]),
    ),
  ],
  fx: [
    required(field('date', 'Day of the rate', '2026-03-13', ['day'])),
    required(field('from', 'Currency of which one is worth …', 'EUR', ['base', 'from currency'])),
    required(field('to', '… so many of this currency', 'USD', ['quote', 'to currency'])),
    required(field('rate', 'How many', '1.0842', ['fx rate', 'exchange rate', 'value'])),
  ],
}

/** A CSV with the headers of a kind and one example line. */
export function templateCsv(kind: UploadKind): string {
  const fields = kindFields[kind]
  const example = fields.map(({ example }) => (/[",\n]/.test(example) ? `"${example.replaceAll('"', '""')}"` : example))
  return `${fields.map(({ name }) => name).join(',')}\r\n${example.join(',')}\r\n`
}

/** The field that a header names, if any. */
export function fieldOfHeader(kind: UploadKind, header: string): FieldSpec | undefined {
  const key = headerKey(header)
  const fields = kindFields[kind]
  return (
    fields.find(({ name }) => headerKey(name) === key) ??
    fields.find(({ synonyms }) => synonyms.some((synonym) => headerKey(synonym) === key))
  )
}
