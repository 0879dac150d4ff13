import { Exchange, type RateLine } from './model-money.ts'

/**
 * The books as a person with paper would keep them: all rows of all listed uploads read at once, nothing kept between
 * two looks. Written from the design, not from the code; slow on purpose.
 */
export const figures = [
  'followers',
  'impressions',
  'reach',
  'engagements',
  'comments',
  'saves',
  'shares',
  'clicks',
  'conversions',
  'revenue',
  'grossProfit',
  'contentScore',
  'brandFit',
] as const
export type Figure = (typeof figures)[number]
export type Figures = Partial<Record<Figure, number>>

export const statuses = ['', 'committed', 'invoiced', 'paid'] as const
export type Status = (typeof statuses)[number]

/** Days count from 1970-01-01; names are as they are compared; '' is none. */
export type ResultLine = {
  line: number
  day: number
  campaign: string
  creator: string
  platform: string
  post: string
  published: number | null
  currency: string
  figures: Figures
}

export type SpendLine = {
  line: number
  day: number
  campaign: string
  creator: string
  platform: string
  category: string
  lineId: string
  reference: string
  status: Status
  amount: number
  currency: string
  period: { from: number; days: number } | null
  /** The result row of the same performance line. */
  beside: ResultLine | null
}

export type CreatorLine = {
  creator: string
  platform: string
  followers: number | null
  day: number | null
  niche: string | null
  region: string | null
}
export type CampaignLine = {
  campaign: string
  brand: string | null
  objective: string | null
  start: number | null
  end: number | null
  margin: string | null
}
export type AliasLine = { of: 'creator' | 'campaign'; alias: string; name: string | null }

/** The accepted rows of one listed upload. */
export type ModelUpload = {
  lifetime: boolean
  results: readonly ResultLine[]
  spends: readonly SpendLine[]
  creators: readonly CreatorLine[]
  campaigns: readonly CampaignLine[]
  aliases: readonly AliasLine[]
  rates: readonly RateLine[]
}

export type Piece = {
  creator: string
  campaign: string
  platform: string
  day: number
  /** In the reporting currency. */
  minor: number
  own: { currency: string; minor: number }
  status: Status
  /** The first day of its row in its month. */
  opens: boolean
}

export function monthOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 7)
}

const content = (row: SpendLine): string =>
  JSON.stringify([
    row.day,
    row.campaign,
    row.creator,
    row.platform,
    row.category,
    row.reference,
    row.amount,
    row.currency,
    row.period,
  ])

export const resultKey = (row: ResultLine, lifetime: boolean): string =>
  row.post === ''
    ? JSON.stringify([row.day, row.campaign, row.creator, row.platform])
    : JSON.stringify([row.platform, row.post, lifetime ? 'lifetime' : row.day])

/** The spend rows that count, each with its status. */
export function effectiveSpends(uploads: readonly ModelUpload[]): SpendLine[] {
  const owned = new Map<string, SpendLine[]>()
  const twins = new Map<string, Map<number, SpendLine[]>>()
  uploads.forEach((upload, at) => {
    const own = new Map<string, SpendLine[]>()
    for (const row of upload.spends) {
      if (row.lineId !== '') add(own, `line ${row.lineId}`, row)
      else if (row.beside) add(own, `group ${resultKey(row.beside, upload.lifetime)}`, row)
      else {
        const key = content(row)
        const counts = twins.get(key) ?? new Map<number, SpendLine[]>()
        twins.set(key, counts)
        counts.set(at, [...(counts.get(at) ?? []), row])
      }
    }
    for (const [key, rows] of own) owned.set(key, rows)
  })
  return [...[...owned.values()].flat(), ...[...twins.values()].flatMap(countTwins)]
}

const advancement: readonly Status[] = ['committed', 'invoiced', 'paid', '']

/**
 * As many as the fullest upload has. The latest says how far its rows got; an earlier one adds the least advanced of
 * those that it has more.
 */
function countTwins(byUpload: ReadonlyMap<number, SpendLine[]>): SpendLine[] {
  const counted: SpendLine[] = []
  for (const [, rows] of [...byUpload].sort(([a], [b]) => b - a)) {
    const more = rows.length - counted.length
    const leastFirst = [...rows].sort((a, b) => advancement.indexOf(a.status) - advancement.indexOf(b.status))
    if (more > 0) counted.push(...leastFirst.slice(0, more))
  }
  return counted
}

/** Each effective row by day, to the cent, in its own and in the reporting currency. */
export function spendPieces(uploads: readonly ModelUpload[], exchange: Exchange): Piece[] {
  return effectiveSpends(uploads).flatMap((row) => {
    const minor = exchange.convert(row.amount, row.currency, row.day)
    const { creator, campaign, platform, status } = row
    const { from, days } = row.period ?? { from: row.day, days: 1 }
    return Array.from({ length: days }, (_, i) => ({
      creator,
      campaign,
      platform,
      status,
      day: from + i,
      minor: share(minor, days, i),
      own: { currency: row.currency, minor: share(row.amount, days, i) },
      opens: i === 0 || monthOf(from + i) !== monthOf(from + i - 1),
    }))
  })
}

/** Largest remainder over equal parts: the first days take what is left over. */
function share(total: number, days: number, at: number): number {
  const each = Math.trunc(total / days)
  const left = Math.abs(total - each * days)
  return each + (at < left ? Math.sign(total) : 0) || 0
}

export function exchangeOf(uploads: readonly ModelUpload[], reporting: string): Exchange {
  return new Exchange(
    uploads.flatMap(({ rates }) => rates),
    reporting,
  )
}

export function add<T>(into: Map<string, T[]>, key: string, value: T): void {
  const list = into.get(key)
  if (list) list.push(value)
  else into.set(key, [value])
}
