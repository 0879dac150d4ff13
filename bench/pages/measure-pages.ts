import type { Browser } from 'playwright-core'
import { WorkspaceId } from '../../functions/contract/ids.ts'
import { type Connection, connect, issueToken } from '../../functions/local/cli/connect.ts'
import { readEnvironment } from '../../functions/local/environment.ts'
import { buildPages } from '../../functions/local/pages/build-pages.ts'
import { openBrowser } from '../../test/e2e/open-browser.ts'
import { startService as startWithSample } from '../../test/e2e/start-service.ts'
import { isMeasured, measureTask } from '../measure-task.ts'
import { startCommand, startService } from '../own-service.ts'
import { commitUpload, uploadFile } from '../own-upload.ts'
import type { SpendSums } from '../peers/sqlite.ts'
import { describeDrop, describeOverview, type SqliteFigures } from './describe-pages.ts'
import { openMarket } from './market.ts'
import { type DropFigures, measureDrop } from './measure-drop.ts'
import { measureOverview, type OverviewFigures } from './measure-overview.ts'

export type PagesFigures = {
  rounds: number
  sample: OverviewFigures
  market: OverviewFigures
  drop: DropFigures
  sqlite: SqliteFigures
  /** The program's own import; null where there is no such program. */
  program: SqliteFigures | null
}

/** What the goals ask of the pages, in a real browser: the Overview against bare Chart.js, and a large file dropped. */
export async function measurePages(rounds: number): Promise<PagesFigures> {
  await buildPages((line) => process.stderr.write(`${line}\n`))
  const browser = await openBrowser()
  try {
    const sample = await measureSample(browser, rounds)
    say(`\nThe Overview against a bare page of Chart.js, ${rounds} rounds by turns, fresh window, ms`)
    say(describeOverview('The sample', sample))
    const sqlite = await importWithSqlite()
    const program = await importWithProgram()
    const { drop, overview: market } = await measureMarket(browser, rounds)
    say(`\n${describeOverview('Many creators', market)}`)
    say(`\n${describeDrop(drop, sqlite, program)}`)
    return { rounds, sample, market, drop, sqlite, program }
  } finally {
    await browser.close()
  }
}

async function measureSample(browser: Browser, rounds: number): Promise<OverviewFigures> {
  const service = await startWithSample()
  try {
    const token = await service.token('admin')
    return await measureOverview(browser, 'sample', { address: service.address, token }, rounds)
  } finally {
    await service.stop()
  }
}

/** A service that knows campaigns and creators gets its spend by a drop; with results besides, it has all to draw. */
async function measureMarket(
  browser: Browser,
  rounds: number,
): Promise<{ drop: DropFigures; overview: OverviewFigures }> {
  const files = openMarket()
  const service = await startService(startCommand(), { SAMPLE: 'off' })
  try {
    const { address, pid } = service
    const environment = readEnvironment({ DATA_DIR: service.dataDir, TIERWISE_URL: address })
    const connection: Connection = await connect(environment, WorkspaceId.parse('main'))
    for (const kind of ['campaigns', 'creators'] as const) await uploadFile(connection, files[kind], kind)
    const drop = await measureDrop(browser, { address, pid, connection }, files.spend)
    await commitUpload(connection, drop.upload)
    await uploadFile(connection, files.results, 'results')
    const token = await issueToken(environment, 'admin', 1)
    return { drop, overview: await measureOverview(browser, 'market', { address, token }, rounds) }
  } finally {
    await service.stop()
  }
}

async function importWithSqlite(): Promise<SqliteFigures> {
  const report = await measureTask<SpendSums>('sqlite-spend-import')
  if (!isMeasured(report)) throw new Error(report.missing)
  const { wallMs, peakRssMb, result } = report
  return { wallMs, peakRssMb, sums: result }
}

async function importWithProgram(): Promise<SqliteFigures | null> {
  const report = await measureTask<SpendSums>('sqlite-program-import')
  if (!isMeasured(report)) return null
  const { wallMs, peakRssMb, result } = report
  return { wallMs, peakRssMb, sums: result }
}

/** Where a side has other sums than the other, in words. */
export function comparePages({ drop, sqlite, program }: PagesFigures): string[] {
  return [sqlite, ...(program ? [program] : [])]
    .filter(({ sums }) => drop.sums.rows !== sums.rows || drop.sums.spendMinor !== sums.spendMinor)
    .map(({ sums }) => `dropped file: ${JSON.stringify(drop.sums)} against ${JSON.stringify(sums)}`)
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
