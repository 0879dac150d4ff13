import type { DealCosts } from '../../functions/contract/books-change.ts'
import type { Claims } from '../../functions/contract/claims.ts'
import { type MetricName, type Report, ReportQuery } from '../../functions/contract/report.ts'
import type { CheckOptions, UploadKind } from '../../functions/contract/upload.ts'
import { type Day, formatMonth, type MonthIndex, noDay, parseDay } from '../../functions/domain/calendar.ts'
import { BlockCollector, monthPlace } from '../../functions/domain/ingest/block-collector.ts'
import { FileParser } from '../../functions/domain/ingest/file-parser.ts'
import { NameHasher } from '../../functions/domain/ingest/name-hasher.ts'
import type { Block } from '../../functions/domain/ledger/block.ts'
import type { Directory } from '../../functions/domain/ledger/directory.ts'
import { decodeBlock } from '../../functions/domain/ledger/encode-block.ts'
import { DirectoryFold } from '../../functions/domain/ledger/fold-directory.ts'
import { MonthFold } from '../../functions/domain/ledger/fold-month.ts'
import { MonthRates } from '../../functions/domain/ledger/month-rates.ts'
import type { ChunkRef, FoldedMonth, Rollup } from '../../functions/domain/ledger/rollup.ts'
import { Rates } from '../../functions/domain/money/rates.ts'
import { assessClaims } from '../../functions/domain/report/assess-claims.ts'
import { BooksView, reachOf } from '../../functions/domain/report/books-view.ts'
import { type Ranking, rankEntries } from '../../functions/domain/report/creators/rank-entries.ts'
import { dealCostOf } from '../../functions/domain/report/deal-costs.ts'
import { type Entry, listEntries } from '../../functions/domain/report/list-entries.ts'
import { makeReport } from '../../functions/domain/report/make-report.ts'
import { daysNeeded, resolveScope, type ScopedDays } from '../../functions/domain/report/scan-cells.ts'
import { anInstant, someSettings, uploadId } from '../support/builders.ts'

export type TestFile = { kind: UploadKind; file: string; options?: CheckOptions }

export type FoldedFiles = {
  view: BooksView
  months: FoldedMonth[]
  directory: Directory
  blocks: Block[]
  /** Text of a name id. */
  nameOf(id: number): string
  /** Name id of a creator or campaign. */
  id(kind: 'creator' | 'campaign', name: string): number
  report(query?: Partial<ReportQuery>, dealCosts?: DealCosts): Report
  /** @param metric that of the objective */
  claims(metric: MetricName, query?: Partial<ReportQuery>): Claims
  list(by: 'creator' | 'campaign', query?: Partial<ReportQuery>): Entry[]
  /** Null where the files hold nothing. */
  scoped(query?: Partial<ReportQuery>): ScopedDays | null
  rank(metric: MetricName, query?: Partial<ReportQuery>): Ranking
}

const currency = someSettings.reportingCurrency
const nowhere: ChunkRef = { staging: 's'.repeat(20) as ChunkRef['staging'], slices: 1, digest: '' }

/** Bytes to report without a store: the files are folded in their order, all months at once. */
export function foldFiles(files: readonly TestFile[]): FoldedFiles {
  const names = new NameHasher('key')
  const directory = new DirectoryFold()
  const blocks = new Map<MonthIndex, { upload: number; block: Block }[]>()
  files.forEach(({ kind, file, options = {} }, upload) => {
    const finished: { place: string; bytes: Uint8Array }[] = []
    const sink = new BlockCollector(uploadId(upload), options.figures === 'lifetime', (block) => finished.push(block))
    const parser = new FileParser({ kind, options, names, sink })
    parser.push(Buffer.from(file))
    parser.finish()
    sink.finish()
    if (parser.problems.total > 0) throw new Error(JSON.stringify(parser.problems.listed))
    for (const row of sink.directoryRows) directory.apply(row)
    for (const month of sink.index.keys()) {
      const own = finished.filter(({ place }) => place === monthPlace(month))
      const list = blocks.get(month) ?? []
      blocks.set(month, [...list, ...own.map(({ bytes }) => ({ upload, block: decodeBlock(bytes) }))])
    }
  })
  const rates = new Rates(directory.rates())
  const months = [...blocks]
    .sort(([a], [b]) => a - b)
    .map(([month, of]) => {
      const fold = new MonthFold({ month, convert: new MonthRates(rates, currency).convert, limits: new Map() })
      for (const upload of new Set(of.map((entry) => entry.upload)))
        fold.apply(
          uploadId(upload),
          of.filter((entry) => entry.upload === upload).map(({ block }) => block),
        )
      return fold.fold()
    })
  const view = new BooksView(months.map(rollupOf), directory.directory(), someSettings.bands)
  const id = (kind: 'creator' | 'campaign', name: string): number => names.id(kind, name)
  return {
    view,
    months,
    directory: directory.directory(),
    blocks: [...blocks.values()].flatMap((of) => of.map(({ block }) => block)),
    nameOf: (id) => names.names.get(id)?.text ?? '',
    id,
    report: (query = {}, dealCosts) => reportOf(view, months, id, ReportQuery.parse(query), dealCosts),
    claims: (metric, of = {}) => claimsOf(view, months, id, metric, ReportQuery.parse(of)),
    list: (by, of = {}) => {
      const query = ReportQuery.parse(of)
      const range = rangeOf(view, months, id, query, 0)
      return range ? listEntries(view, by, range, query) : []
    },
    scoped: (of = {}) => rangeOf(view, months, id, ReportQuery.parse(of), 0),
    rank: (metric, of = {}) => {
      const query = ReportQuery.parse(of)
      const range = rangeOf(view, months, id, query, 0)
      if (!range) throw new Error('the files have no rows')
      const qualities = months.map(({ quality }) => quality)
      return rankEntries(view, range, qualities, query, metric)
    },
  }
}

function rollupOf(folded: FoldedMonth): Rollup {
  return {
    header: {
      month: formatMonth(folded.month),
      inputs: { uploads: [], limits: [], rates: { uses: [], digest: '' }, currency },
      totals: folded.totals,
      lastSpend: folded.lastSpend,
      lastResult: folded.lastResult,
      days: folded.days.map(({ day }) => ({ day, ...nowhere })),
      index: nowhere,
      quality: nowhere,
    },
    cells: folded.cells,
    observations: folded.observations,
  }
}

function rangeOf(
  view: BooksView,
  months: FoldedMonth[],
  id: FoldedFiles['id'],
  query: ReportQuery,
  dealCostMinor: number,
): ScopedDays | null {
  if (months.length === 0) return null
  const reach = reachOf(view.months)
  const held = Math.max(reach.spend, reach.results)
  const first = months[0]?.days[0]?.day ?? noDay
  const from = query.from === undefined ? first : (parseDay(query.from) as Day)
  const to = query.to === undefined ? Math.max(held, from) : (parseDay(query.to) as Day)
  const campaigns = new Set(query.campaign.map((name) => id('campaign', name)))
  const creators = new Set(query.creator.map((name) => id('creator', name)))
  const named = { isCampaign: (at: number) => campaigns.has(at), isCreator: (at: number) => creators.has(at) }
  const scope = resolveScope(view, query, { from, to }, named, dealCostMinor)
  const needed = new Set(daysNeeded(view, scope).map(({ day }) => day))
  return { scope, days: months.flatMap(({ days }) => days.filter(({ day }) => needed.has(day))) }
}

function reportOf(
  view: BooksView,
  months: FoldedMonth[],
  id: FoldedFiles['id'],
  query: ReportQuery,
  dealCosts: DealCosts | null = null,
): Report {
  const costMinor = query.overhead === 'full' ? dealCostOf(dealCosts, currency) : 0
  return makeReport({
    view,
    query,
    metric: query.metric ?? 'cpa',
    settings: { ...someSettings, dealCosts },
    closings: [],
    snapshot: { number: 1, committedAt: anInstant },
    preview: null,
    range: rangeOf(view, months, id, query, costMinor),
    compared: null,
  })
}

function claimsOf(
  view: BooksView,
  months: FoldedMonth[],
  id: FoldedFiles['id'],
  metric: MetricName,
  query: ReportQuery,
): Claims {
  return assessClaims({
    view,
    query,
    metric,
    settings: someSettings,
    snapshot: { number: 1, committedAt: anInstant },
    preview: null,
    range: rangeOf(view, months, id, query, 0),
    qualities: months.map(({ quality }) => quality),
  })
}

/** A CSV file of one header and some lines. */
export const aFile = (kind: UploadKind, header: string, ...rows: string[]): TestFile => ({
  kind,
  file: `${[header, ...rows].join('\n')}\n`,
})
export const spendFile = (...rows: string[]): TestFile =>
  aFile('spend', 'date,campaign,creator,platform,amount,currency', ...rows)
export const resultFile = (...rows: string[]): TestFile =>
  aFile('results', 'date,campaign,creator,platform,post,published,clicks,conversions,revenue,currency', ...rows)
export const followerFile = (...rows: string[]): TestFile =>
  aFile('creators', 'creator,platform,followers,date', ...rows)
