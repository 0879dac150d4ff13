import type { UploadKind } from '../../contract/upload.ts'
import { toDate } from './calendar.ts'
import { type Cell, type Column, formatFile, formatLine, formatMinor } from './csv.ts'
import { listAliases, listCampaigns, listCreators, listRates } from './directory-lines.ts'
import { drawResults, type ResultLine } from './result-lines.ts'
import type { SampleOptions } from './sample-options.ts'
import { drawSpend, type SpendLine } from './spend-lines.ts'
import { drawWorld, type World } from './world.ts'

export type SampleFile = { kind: UploadKind; filename: string; csv: string }

/** The files of a made-up company in the order in which they load. The same options give the same bytes. */
export function* generateSample(options: Partial<SampleOptions> = {}): Generator<SampleFile> {
  const world = drawWorld(options)
  const spend = drawSpend(world)
  yield makeFile('creators', listCreators(world))
  yield makeFile('campaigns', listCampaigns(world, spend))
  yield makeFile('aliases', listAliases(world))
  yield makeFile('fx', listRates(world))
  yield makeFile('spend', listSpend(spend))
  const { results, performance } = listResults(world)
  yield makeFile('results', results)
  if (performance.length > 0) yield makeFile('performance', performance)
}

function makeFile(kind: UploadKind, lines: readonly string[]): SampleFile {
  return { kind, filename: `sample-${kind}.csv`, csv: formatFile(kind, lines) }
}

function listSpend(lines: readonly SpendLine[]): string[] {
  return lines.map((line, index) =>
    formatLine('spend', {
      date: toDate(line.day),
      period_start: line.period && toDate(line.period.start),
      period_end: line.period && toDate(line.period.end),
      campaign: line.campaign.bookedAs,
      creator: line.creator,
      platform: line.platform,
      category: line.category,
      line_id: `INV-${toDate(line.day).slice(0, 4)}-${String(index + 1).padStart(6, '0')}`,
      reference: line.reference,
      status: line.status,
      amount: formatMinor(line.amountMinor),
      currency: line.campaign.currency,
    }),
  )
}

function listResults(world: World): { results: string[]; performance: string[] } {
  const results = Array.from({ length: world.end - world.start + 1 }, (): string[] => [])
  const performance = Array.from({ length: world.end - world.start + 1 }, (): string[] => [])
  let paid = 0
  for (const line of drawResults(world)) {
    const day = line.day - world.start
    if (!line.deal.campaign.performance) results[day]?.push(formatLine('results', cellsOf(line)))
    else {
      const cost = line.amountMinor === undefined ? {} : costOf(line.amountMinor, paid++)
      performance[day]?.push(formatLine('performance', { ...cellsOf(line), ...cost }))
    }
  }
  return { results: results.flat(), performance: performance.flat() }
}

function costOf(amountMinor: number, index: number): Partial<Record<Column<'performance'>, Cell>> {
  const line_id = `ADS-${String(index + 1).padStart(6, '0')}`
  return { amount: formatMinor(amountMinor), line_id, category: 'creator_fee', status: 'paid' }
}

function cellsOf(line: ResultLine): Partial<Record<Column<'results'>, Cell>> {
  const { deal, post } = line
  return {
    date: toDate(line.day),
    campaign: deal.campaign.name,
    creator: deal.creator.handle,
    platform: post.platform,
    post: post.id,
    published: toDate(post.day),
    followers: line.followers,
    impressions: line.impressions,
    reach: line.reach,
    engagements: line.engagements,
    comments: line.comments,
    saves: line.saves,
    shares: line.shares,
    clicks: line.clicks,
    conversions: line.conversions,
    revenue: formatMinor(line.revenueMinor),
    gross_profit: line.grossProfitMinor === undefined ? undefined : formatMinor(line.grossProfitMinor),
    currency: deal.campaign.currency,
    content_score: line.contentScore,
    brand_fit: line.brandFit,
  }
}
