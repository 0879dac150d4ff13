import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { limits } from '../functions/contract/limits.ts'
import { ReportQuery } from '../functions/contract/report.ts'
import type { UploadKind } from '../functions/contract/upload.ts'
import { tierNames } from '../functions/domain/report/books-view.ts'
import { listEntries } from '../functions/domain/report/list-entries.ts'
import { daysNeeded } from '../functions/domain/report/scan-cells.ts'
import { postsOf, wireSums } from '../functions/domain/report/sums.ts'
import { tallyScope } from '../functions/domain/report/tally.ts'
import type { Books } from '../functions/store/ports.ts'
import { answerReport, resolveRange, scopeOf } from '../functions/usecases/answer-report.ts'
import { listCreators } from '../functions/usecases/list-creators.ts'
import { openView, readNames } from '../functions/usecases/open-view.ts'
import { readDays } from '../functions/usecases/read-rollups.ts'
import { type AnswerRow, question, type ReportAnswer, type ReportResult, sortAnswer } from './answers.ts'
import { type Dataset, openDataset, outDir } from './dataset.ts'
import { joinDays } from './join-days.ts'
import { memoryBooks } from './memory-books.ts'
import { loadReceived, openBenchBooks, receiveFile } from './own-books.ts'
import type { TaskInput, Timed } from './tasks.ts'
import { repeatRun, timeRun } from './time-run.ts'

const query = ReportQuery.parse({ from: question.from, to: question.to, platform: [question.platform] })
const pageRows = 50

/** The bench's question by the very steps of `answerReport` and `listCreators`, up to the sums that the peers give. */
export async function sumTierwise(books: Books): Promise<ReportAnswer> {
  const opened = await openView({ books }, query)
  const { view } = opened
  const range = resolveRange(view, query)
  if (!range) throw new Error('the books are empty')
  const scope = await scopeOf({ books }, opened, query, range)
  const days = await readDays(books.chunks, daysNeeded(view, scope))
  const tally = tallyScope(view, scope, days, query)
  const creators = listEntries(view, 'creator', { scope, days }, query)
  const names = await readNames({ books }, view)
  const tiers = tierNames.flatMap((key, tier) => {
    const sums = tally.tiers[tier] as Float64Array
    return key === 'unknown' ? [] : [rowOf(key, { ...wireSums(sums), posts: postsOf(sums) })]
  })
  return { tiers, creators: creators.map((entry) => rowOf(names.creators[entry.at] ?? '', entry)) }
}

/** Everything is loaded before; the books, their rollups included, stay in memory between the runs as in the service. */
export async function reportWithTierwise({ scale, runs }: TaskInput): Promise<Timed<ReportResult>> {
  const books = await loadedBooks(scale)
  return timeRun(async () => {
    const { runsMs, answer } = await repeatRun(runs, () => sumTierwise(books))
    return { runsMs, answer: sortAnswer(answer) }
  })
}

/** The two requests of a page with a report and its first creators, with all metrics, as the API's routes ask them. */
export async function pageWithTierwise({ scale, runs }: TaskInput): Promise<Timed<ReportResult>> {
  const books = await loadedBooks(scale)
  const ask = () =>
    Promise.all([
      answerReport({ books }, query),
      listCreators({ books }, query, { limit: pageRows, sort: 'spendMinor' }),
    ])
  return timeRun(async () => {
    const { runsMs, answer } = await repeatRun(runs, ask)
    const { creators } = await listCreators({ books }, query, { limit: answer[1].total, sort: 'spendMinor' })
    const tiers = (['nano', 'micro', 'macro'] as const).map((key) => rowOf(key, answer[0].tiers[key]))
    return { runsMs, answer: sortAnswer({ tiers, creators: creators.map((row) => rowOf(row.name, row)) }) }
  })
}

/** The whole report: all tiers with all metrics and their intervals, both comparisons, verdict, series. */
export async function answerWithTierwise({ scale, runs }: TaskInput): Promise<Timed<ReportResult>> {
  const books = await loadedBooks(scale)
  return timeRun(async () => {
    const { runsMs, answer } = await repeatRun(runs, () => answerReport({ books }, query))
    const { creators } = await sumTierwise(books)
    const tiers = (['nano', 'micro', 'macro'] as const).map((key) => rowOf(key, answer.tiers[key]))
    return { runsMs, answer: sortAnswer({ tiers, creators }) }
  })
}

async function loadedBooks(scale: number): Promise<Books> {
  const books = memoryBooks(outDir)
  await openBenchBooks(books)
  await loadAll(books, openDataset(scale))
  return books
}

/** The directory first, as a company would. What is too large for one upload comes a month a file. */
async function loadAll(books: Books, dataset: Dataset): Promise<void> {
  const load = async (kind: UploadKind, path: string) => loadReceived(books, await receiveFile(books, path, kind))
  for (const kind of ['campaigns', 'creators'] as const) await load(kind, dataset[kind])
  if (statSync(dataset.results).size <= limits.uploadBytesMax) {
    for (const kind of ['spend', 'results'] as const) await load(kind, dataset[kind])
    return
  }
  const dir = mkdtempSync(join(outDir, 'months-'))
  for (const month of new Set(dataset.daily.map(({ date }) => date.slice(0, 7)))) {
    const days = dataset.daily.filter(({ date }) => date.startsWith(month))
    for (const kind of ['spend', 'results'] as const) await load(kind, joinDays(dir, days, kind))
  }
  rmSync(dir, { recursive: true })
}

function rowOf(key: string, sums: Omit<AnswerRow, 'key'>): AnswerRow {
  const { spendMinor, impressions, reach, engagements, clicks, conversions, revenueMinor, posts } = sums
  return { key, spendMinor, impressions, reach, engagements, clicks, conversions, revenueMinor, posts }
}
