import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { createRandom, type Random } from '../functions/domain/random.ts'
import { toDate } from '../functions/local/sample/calendar.ts'
import { followersAt } from '../functions/local/sample/creators.ts'
import { formatFile, formatLine, formatMinor } from '../functions/local/sample/csv.ts'
import { model } from '../functions/local/sample/model.ts'
import { fadeOut } from '../functions/local/sample/result-lines.ts'
import type { BenchOptions } from './bench-options.ts'
import { type BenchPlan, type BenchPost, planBench } from './bench-plan.ts'

const resultsHeader =
  'date,campaign,creator,platform,post,published,followers,impressions,reach,engagements,clicks,conversions,revenue,currency\n'
const spendHeader = 'date,campaign,creator,platform,category,line_id,reference,status,amount,currency\n'

/**
 * Writes creators.csv, campaigns.csv, results.csv and spend.csv, sorted by date, and the same result and spend rows
 * again as one file a day under daily/. All money is in dollars and no row is spread over a period, so that a plain
 * database can give the same sums.
 */
export function writeBenchFiles(dir: string, options: BenchOptions): void {
  const plan = planBench(options)
  mkdirSync(join(dir, 'daily'), { recursive: true })
  writeFileSync(join(dir, 'creators.csv'), listCreators(plan))
  writeFileSync(join(dir, 'campaigns.csv'), listCampaigns(plan))
  writeByDay(dir, 'results', resultsHeader, listResults(plan))
  writeByDay(dir, 'spend', spendHeader, listSpend(plan))
}

function writeByDay(
  dir: string,
  kind: 'results' | 'spend',
  header: string,
  days: Iterable<{ day: number; lines: string }>,
): void {
  const file = openSync(join(dir, `${kind}.csv`), 'w')
  writeSync(file, header)
  for (const { day, lines } of days) {
    writeSync(file, lines)
    writeFileSync(join(dir, 'daily', `${kind}-${toDate(day)}.csv`), header + lines)
  }
  closeSync(file)
}

function* listResults(plan: BenchPlan): Generator<{ day: number; lines: string }> {
  const random = createRandom(plan.options.seed, 4)
  const fades = new Map<string, number[]>()
  let next = 0
  let live: BenchPost[] = []
  for (let day = plan.start; day <= plan.end; day++) {
    live = live.filter((post) => day < post.day + post.days)
    for (let post = plan.posts[next]; post?.day === day; post = plan.posts[++next]) live.push(post)
    let lines = ''
    const date = toDate(day)
    for (const post of live) {
      const key = `${post.platform} ${post.days}`
      const fade = fades.get(key) ?? fadeOut(post.platform, post.days)
      fades.set(key, fade)
      lines += date + post.prefix + drawFigures(random, post, day - post.day, fade[day - post.day] ?? 0)
    }
    if (lines !== '') yield { day, lines }
  }
}

function drawFigures(random: Random, post: BenchPost, age: number, share: number): string {
  const conversions = random.poisson(post.conversions * share)
  const clicks = conversions + random.poisson(post.conversions * share * (1 / model.conversionRate - 1))
  const engagements = random.poisson(post.views * share * post.engagementRate)
  const impressions = Math.max(random.poisson(post.views * share), Math.ceil(1.15 * (clicks + engagements)))
  const reach = Math.round(impressions * (0.7 + 0.25 * random.unit()))
  const revenue = formatMinor(Math.round(conversions * model.basketUsd * 100 * random.spread(0.4)))
  return `${age === 0 ? post.followers : ''},${impressions},${reach},${engagements},${clicks},${conversions},${revenue},USD\n`
}

function* listSpend(plan: BenchPlan): Generator<{ day: number; lines: string }> {
  const random = createRandom(plan.options.seed, 5)
  const { spendRows } = plan.options
  const overhead = Math.round(spendRows * 0.02)
  const weight = plan.deals.reduce((sum, deal) => sum + Math.sqrt(deal.posts), 0)
  const days = Array.from({ length: plan.end - plan.start + 1 }, (): string[][] => [])
  let due = 0
  let given = 0
  for (const [index, deal] of plan.deals.entries()) {
    due += ((spendRows - overhead) * Math.sqrt(deal.posts)) / weight
    const { campaign, creator, platform } = deal
    for (const lines = Math.round(due) - given; given < Math.round(due); given++) {
      const day = random.between(campaign.start, campaign.end)
      const amount = Math.max(100, Math.round((deal.feeMinor / lines) * random.spread(0.4)))
      const category = random.pick(['creator_fee', 'creator_fee', 'boosting', 'usage_rights', 'product'])
      days[day - plan.start]?.push([
        campaign.name,
        creator.handle,
        platform,
        category,
        `PO-${index}`,
        formatMinor(amount),
      ])
    }
  }
  for (let i = 0; i < overhead; i++) {
    const campaign = random.pick(plan.campaigns)
    const day = random.between(campaign.start, campaign.end)
    days[day - plan.start]?.push([campaign.name, '', '', 'agency_fee', '', formatMinor(random.between(5000, 90_000))])
  }
  let number = 0
  for (const [offset, rows] of days.entries()) {
    const day = plan.start + offset
    const date = toDate(day)
    const lines = rows.map(([campaign, creator, platform, category, reference, amount]) => {
      const lineId = `INV-${date.slice(0, 4)}-${String(++number).padStart(6, '0')}`
      return `${date},${campaign},${creator},${platform},${category},${lineId},${reference},${drawStatus(random)},${amount},USD\n`
    })
    if (lines.length > 0) yield { day, lines: lines.join('') }
  }
}

function drawStatus(random: Random): string {
  const draw = random.unit()
  return draw < 0.8 ? 'paid' : draw < 0.9 ? 'invoiced' : draw < 0.95 ? 'committed' : ''
}

function listCreators({ creators, start }: BenchPlan): string {
  const lines = creators.flatMap((creator) =>
    creator.accounts.map(({ platform }) => {
      const followers = followersAt(creator, platform, start, start)
      const { handle, niche, region } = creator
      return formatLine('creators', { creator: handle, platform, followers, date: toDate(start), niche, region })
    }),
  )
  return formatFile('creators', lines)
}

function listCampaigns({ campaigns }: BenchPlan): string {
  const lines = campaigns.map(({ name, brand, objective, niche, start, end }) =>
    formatLine('campaigns', {
      campaign: name,
      brand,
      objective,
      start: toDate(start),
      end: toDate(end),
      currency: 'USD',
      margin: 0.45,
      target_niche: niche,
    }),
  )
  return formatFile('campaigns', lines)
}
