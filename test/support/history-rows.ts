import fc from 'fast-check'
import type { CheckOptions, UploadKind } from '../../functions/contract/upload.ts'
import {
  type AliasLine,
  type CampaignLine,
  type CreatorLine,
  type Figures,
  type ResultLine,
  type SpendLine,
  statuses,
} from './model.ts'
import type { RateLine } from './model-money.ts'

/** One file as somebody would send it: rows (without their line numbers) and how it is to be checked. */
export type HistoryFile = {
  kind: UploadKind
  options: CheckOptions
  results: ResultLine[]
  spends: SpendLine[]
  creators: CreatorLine[]
  campaigns: CampaignLine[]
  aliases: AliasLine[]
  rates: RateLine[]
  /** Lines (numbered from 0) that are spoilt on purpose. */
  spoilt: number[]
}

export const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000
export const firstDay = day('2026-01-01')

/** Few days, at the edges of four months too, so that rows meet. */
export const someDays = [
  '01-01',
  '01-05',
  '01-31',
  '02-01',
  '02-14',
  '02-28',
  '03-01',
  '03-09',
  '03-31',
  '04-02',
  '04-20',
].map((text) => day(`2026-${text}`))
export const creators = ['anna', 'ben', 'cleo', 'dina', 'anna ltd', 'ben b']
export const campaigns = ['spring', 'summer', 'sprng']
const platforms = ['ig', 'tt']
const posts = [
  {
    post: 'p1',
    platform: 'ig',
    creator: 'anna',
    campaign: 'spring',
    published: someDays[1] as number,
    lifetime: false,
  },
  { post: 'p2', platform: 'tt', creator: 'ben', campaign: 'spring', published: someDays[4] as number, lifetime: false },
  {
    post: 'p3',
    platform: 'ig',
    creator: 'anna ltd',
    campaign: 'summer',
    published: someDays[3] as number,
    lifetime: true,
  },
  { post: 'p4', platform: 'tt', creator: 'ben', campaign: '', published: someDays[7] as number, lifetime: true },
]

const oneOf = <T>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values)
const rarely = (weight = 1): fc.Arbitrary<boolean> =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight, arbitrary: fc.constant(true) })
const currency = fc.oneof(
  { weight: 3, arbitrary: fc.constant('USD') },
  { weight: 1, arbitrary: fc.constant('EUR') },
  { weight: 1, arbitrary: fc.constant('JPY') },
)
const anyDay = oneOf(...someDays)
const amount = oneOf(100, 250, -70, 333, 1001, 5000, 0)
const status = oneOf(...statuses)
const lineId = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  { weight: 2, arbitrary: oneOf('L1', 'L2', 'L3', 'L4') },
)

const figure = (values: fc.Arbitrary<number>, weight: number): fc.Arbitrary<number | undefined> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight, arbitrary: values })

const someFigures: fc.Arbitrary<Figures> = fc
  .record({
    followers: figure(oneOf(500, 5000, 50_000, 500_000), 2),
    impressions: figure(oneOf(1000, 2000, 0), 3),
    reach: figure(oneOf(900), 1),
    engagements: figure(oneOf(10, 35), 2),
    comments: figure(oneOf(3), 1),
    clicks: figure(oneOf(7, 12), 2),
    conversions: figure(oneOf(1, 4, -1), 2),
    revenue: figure(amount, 3),
    grossProfit: figure(amount, 1),
    contentScore: figure(oneOf(5000, 8125), 1),
  })
  .map((given) => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)))

const resultLine = (lifetime: boolean, published: readonly number[], only: number | null): fc.Arbitrary<ResultLine> =>
  fc
    .record({
      at: only === null ? fc.nat(posts.length - 1) : fc.constant(only),
      other: only === null ? rarely() : fc.constant(false),
      withPost: lifetime
        ? fc.constant(true)
        : fc.oneof({ weight: 2, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
      day: anyDay,
      creator: oneOf('cleo', 'dina', ''),
      campaign: oneOf('spring', 'summer', '', 'sprng'),
      platform: oneOf(...platforms),
      blank: fc.record({ creator: rarely(), campaign: rarely(), published: rarely(5) }),
      currency,
      figures: someFigures,
    })
    .map(({ at, other, withPost, blank, ...row }) => {
      const fitting = posts.map((_, i) => i).filter((i) => posts[i]?.lifetime === (lifetime !== other))
      const index = fitting[at % fitting.length] as number
      const { post, ...about } = posts[index] as (typeof posts)[number]
      const of = withPost ? about : row
      const figures =
        Object.keys(row.figures).length === 0 && (lifetime || !withPost) ? { impressions: 10 } : row.figures
      const tells = lifetime || (!blank.published && (withPost || at % 2 === 0))
      const when = published[index] as number
      return {
        line: 0,
        figures,
        currency: row.currency,
        day: lifetime ? when : row.day,
        post: withPost ? post : '',
        platform: of.platform,
        creator: blank.creator && !lifetime ? '' : of.creator,
        campaign: blank.campaign && !lifetime ? '' : of.campaign,
        published: tells ? when : null,
      }
    })

/** When each post was published, as one file has it: now and then corrected. */
const publications: fc.Arbitrary<number[]> = fc.tuple(
  ...posts.map(({ published }) =>
    fc.oneof({ weight: 6, arbitrary: fc.constant(published) }, { weight: 1, arbitrary: anyDay }),
  ),
)

const spendLine: fc.Arbitrary<SpendLine> = fc.record({
  line: fc.constant(0),
  day: anyDay,
  campaign: oneOf('spring', 'summer', '', 'sprng'),
  creator: oneOf('anna', 'ben', 'cleo', '', 'ben b'),
  platform: oneOf(...platforms),
  category: oneOf('', 'fee'),
  lineId,
  reference: oneOf('', 'r1'),
  status,
  amount,
  currency,
  period: fc.option(fc.record({ from: anyDay, days: oneOf(1, 3, 31, 64) }), { freq: 4, nil: null }),
  beside: fc.constant(null),
})

const rowsMax = 5
const lines = <T>(row: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(row, { minLength: 1, maxLength: rowsMax })

/** Few contents, so that twins are frequent. */
const spends: fc.Arbitrary<SpendLine[]> = fc
  .tuple(lines(spendLine), fc.array(fc.record({ of: fc.nat(rowsMax), status }), { maxLength: 3 }))
  .map(([rows, again]) => [
    ...rows,
    ...again.map(({ of, status }) => ({ ...(rows[of % rows.length] as SpendLine), status, lineId: '' })),
  ])

/** Half of the files speak of one post only. */
const results = (lifetime: boolean): fc.Arbitrary<ResultLine[]> =>
  fc
    .tuple(publications, fc.option(fc.nat(posts.length - 1)))
    .chain(([published, only]) => lines(resultLine(lifetime, published, only)))

const performance = (lifetime: boolean): fc.Arbitrary<Pick<HistoryFile, 'results' | 'spends'>> =>
  fc.tuple(results(lifetime), fc.array(spendLine, { minLength: rowsMax, maxLength: rowsMax })).map(([rows, costs]) => ({
    results: rows,
    spends: rows.map((beside, i) => ({
      ...(costs[i] as SpendLine),
      day: beside.day,
      campaign: beside.campaign,
      creator: beside.creator,
      platform: beside.platform,
      currency: beside.currency,
      period: null,
      beside,
    })),
  }))

const followers = fc.option(oneOf(500, 5000, 50_000, 500_000), { nil: null })
const creatorLines = lines(
  fc.record({
    creator: oneOf(...creators),
    platform: oneOf('', ...platforms),
    followers,
    day: fc.option(anyDay, { nil: null, freq: 2 }),
    niche: oneOf(null, 'food', 'fitness'),
    region: oneOf(null, 'DE'),
  }),
)
const campaignLines = lines(
  fc.record({
    campaign: oneOf(...campaigns),
    brand: oneOf(null, 'north'),
    objective: oneOf(null, 'sales', 'traffic'),
    start: oneOf(null, someDays[1] as number, someDays[4] as number),
    end: oneOf(null, someDays[8] as number),
    margin: oneOf(null, '0.45', '0.1'),
  }),
)
const aliasLines = lines(
  fc.oneof(
    fc.record({
      of: fc.constant('creator' as const),
      alias: oneOf('anna ltd', 'ben b', 'ben'),
      name: oneOf(null, 'anna', 'ben', 'ben b'),
    }),
    fc.record({
      of: fc.constant('campaign' as const),
      alias: oneOf('sprng', 'summer'),
      name: oneOf(null, 'spring', 'sprng'),
    }),
  ),
)
const rateLines = lines(
  fc.record({ day: anyDay, from: fc.constant('EUR'), to: fc.constant('USD'), rate: oneOf('1.1', '1.0825', '0.995') }),
)

/** Rates for every row that a history can have: one a week. */
export const basicRates: RateLine[] = Array.from({ length: 20 }, (_, week) => week * 7 + firstDay - 3).flatMap((at) => [
  { day: at, from: 'EUR', to: 'USD', rate: `1.0${(at * 7) % 97}` },
  { day: at, from: 'USD', to: 'JPY', rate: `14${(at * 3) % 10}.25` },
])

const options = fc.record({
  rowPolicy: oneOf('all' as const, 'valid' as const),
  moves: oneOf('problem' as const, 'move' as const),
  twins: oneOf('problem' as const, 'differ' as const),
})

const empty = { results: [], spends: [], creators: [], campaigns: [], aliases: [], rates: [] }

export const historyFile: fc.Arbitrary<HistoryFile> = fc
  .record({
    options,
    spoilt: fc.oneof(
      { weight: 3, arbitrary: fc.constant<number[]>([]) },
      { weight: 1, arbitrary: fc.array(fc.nat(rowsMax), { maxLength: 2 }) },
    ),
    rows: fc.oneof(
      { weight: 5, arbitrary: spends.map((of) => ({ kind: 'spend' as const, lifetime: false, spends: of })) },
      ...[false, true].flatMap((lifetime) => [
        { weight: 3, arbitrary: results(lifetime).map((of) => ({ kind: 'results' as const, lifetime, results: of })) },
        {
          weight: 2,
          arbitrary: performance(lifetime).map((of) => ({ kind: 'performance' as const, lifetime, ...of })),
        },
      ]),
      {
        weight: 2,
        arbitrary: creatorLines.map((of) => ({ kind: 'creators' as const, lifetime: false, creators: of })),
      },
      {
        weight: 1,
        arbitrary: campaignLines.map((of) => ({ kind: 'campaigns' as const, lifetime: false, campaigns: of })),
      },
      { weight: 2, arbitrary: aliasLines.map((of) => ({ kind: 'aliases' as const, lifetime: false, aliases: of })) },
      { weight: 1, arbitrary: rateLines.map((of) => ({ kind: 'fx' as const, lifetime: false, rates: of })) },
    ),
  })
  .map(({ options: chosen, spoilt, rows: { lifetime, ...rows } }) => ({
    ...empty,
    ...rows,
    spoilt: chosen.rowPolicy === 'valid' ? spoilt : [],
    options: { ...chosen, figures: lifetime ? ('lifetime' as const) : ('daily' as const) },
  }))
