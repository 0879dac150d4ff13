import { ReportQuery } from '../functions/contract/report.ts'
import type { Books } from '../functions/store/ports.ts'
import { answerReport } from '../functions/usecases/answer-report.ts'
import { listCreators } from '../functions/usecases/list-creators.ts'
import { type AnswerRow, question, type ReportAnswer, type ReportResult, sortAnswer } from './answers.ts'
import { type Dataset, openDataset, outDir } from './dataset.ts'
import { memoryBooks } from './memory-books.ts'
import { loadReceived, openBenchBooks, receiveFile } from './own-books.ts'
import type { TaskInput, Timed } from './tasks.ts'
import { repeatRun, timeRun } from './time-run.ts'

const query = ReportQuery.parse({ from: question.from, to: question.to, platform: [question.platform] })
const creatorsMax = 100_000

/** The bench's question, answered by the two use cases that the report page asks: the report and its creators. */
export async function askTierwise(books: Books): Promise<ReportAnswer> {
  const [report, { creators }] = await Promise.all([
    answerReport({ books }, query),
    listCreators({ books }, query, { limit: creatorsMax, sort: 'spendMinor' }),
  ])
  const tiers = (['nano', 'micro', 'macro'] as const).map((key) => rowOf(key, report.tiers[key]))
  return sortAnswer({ tiers, creators: creators.map((creator) => rowOf(creator.name, creator)) })
}

/** Everything is loaded before; the books, their rollups included, stay in memory between the runs as in the service. */
export async function reportWithTierwise({ scale, runs }: TaskInput): Promise<Timed<ReportResult>> {
  const books = memoryBooks(outDir)
  await openBenchBooks(books)
  await loadAll(books, openDataset(scale))
  return timeRun(() => repeatRun(runs, () => askTierwise(books)))
}

/** The directory first, as a company would. */
export async function loadAll(books: Books, dataset: Dataset): Promise<void> {
  for (const kind of ['campaigns', 'creators', 'spend', 'results'] as const)
    await loadReceived(books, await receiveFile(books, dataset[kind], kind))
}

function rowOf(key: string, sums: Omit<AnswerRow, 'key'>): AnswerRow {
  const { spendMinor, impressions, reach, engagements, clicks, conversions, revenueMinor, posts } = sums
  return { key, spendMinor, impressions, reach, engagements, clicks, conversions, revenueMinor, posts }
}
