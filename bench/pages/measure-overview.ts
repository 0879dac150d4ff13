import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import type { CreatorList, CreatorRow, Report } from '../../functions/contract/report.ts'
import { median } from '../measure-task.ts'
import { startService } from '../own-service.ts'
import { toBareCharts } from './bare-charts.ts'
import { buildBare } from './build-bare.ts'
import {
  openWatched,
  readSizes,
  readWatched,
  sumTasks,
  type TaskFigures,
  type Watched,
  waitDrawn,
} from './watch-page.ts'

/** Milliseconds of one opening of a page. */
type Opening = {
  /** From the end of the first answer that a chart is made of (the report, or the bare page's data) to the first chart. */
  firstMs: number
  /** From the end of that same answer to the last of the four. */
  fourMs: number
  /** From the end of the last answer that a chart is made of (the creators, or the same data) to the last of the four. */
  lastMs: number
  /** From the navigation to the last of the four: scripts, session and all answers are in it. */
  openMs: number
  tasks: TaskFigures
}

export type PageFigures = { firstMs: Spread; fourMs: Spread; lastMs: Spread; openMs: Spread; tasks: TaskFigures }
export type Spread = { median: number; best: number }
export type OverviewFigures = { creators: number; own: PageFigures; bare: PageFigures }

const charts = 4
const settleMs = 300

/** The Overview of a service against a page that has nothing but the same four charts, by turns. */
export async function measureOverview(
  browser: Browser,
  name: string,
  service: { address: string; token: string },
  rounds: number,
): Promise<OverviewFigures> {
  const { report, creators } = await readBooks(service)
  const bareCharts = toBareCharts(report, creators, await sizesOf(browser, service.address))
  const dir = await buildBare(name, bareCharts)
  const bare = await startService([process.execPath, fileURLToPath(import.meta.resolve('./serve-bare.ts')), dir], {})
  try {
    const sides: { own: Opening[]; bare: Opening[] } = { own: [], bare: [] }
    for (let round = 0; round < rounds; round++) {
      sides.own.push(await openOnce(browser, service.address, /\/(report|creators)$/))
      sides.bare.push(await openOnce(browser, bare.address, /\/data\.json$/))
    }
    return { creators: creators.length, own: gather(sides.own), bare: gather(sides.bare) }
  } finally {
    await bare.stop()
  }
}

async function readBooks({ address, token }: { address: string; token: string }) {
  const ask = async <T>(path: string): Promise<T> => {
    const response = await fetch(`${address}/api/w/main/${path}`, { headers: { Authorization: `Bearer ${token}` } })
    if (!response.ok) throw new Error(`${path} answered ${response.status}`)
    return (await response.json()) as T
  }
  const creators: CreatorRow[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const list: CreatorList = await ask(`creators?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
    creators.push(...list.creators)
    cursor = list.next
  }
  return { report: await ask<Report>('report'), creators }
}

async function sizesOf(browser: Browser, address: string) {
  const { context, page } = await openWatched(browser)
  await page.goto(address)
  await waitDrawn(page, charts)
  const sizes = await readSizes(page)
  await context.close()
  return sizes
}

async function openOnce(browser: Browser, address: string, data: RegExp): Promise<Opening> {
  const { context, page } = await openWatched(browser)
  await page.goto(address)
  await waitDrawn(page, charts)
  // What comes after the last chart may hold the page up, too.
  await page.waitForLoadState('networkidle')
  await sleep(settleMs)
  const watched = await readWatched(page)
  await context.close()
  if (process.env.DEBUG_PAGES) console.log(JSON.stringify(watched))
  return toOpening(watched, data)
}

function toOpening({ answers, drawn, tasks }: Watched, data: RegExp): Opening {
  const [first, last] = [drawn[0], drawn[charts - 1]]
  if (!first || !last) throw new Error('the page drew nothing')
  const endsMs = answers.filter(({ path, endMs }) => data.test(path) && endMs < last.firstMs).map(({ endMs }) => endMs)
  const answeredMs = Math.min(...endsMs)
  return {
    firstMs: first.firstMs - answeredMs,
    fourMs: last.firstMs - answeredMs,
    lastMs: last.firstMs - Math.max(...endsMs),
    openMs: last.firstMs,
    tasks: sumTasks(tasks),
  }
}

function gather(openings: readonly Opening[]): PageFigures {
  const spread = (pick: (opening: Opening) => number): Spread => {
    const values = openings.map(pick)
    return { median: median(values), best: Math.min(...values) }
  }
  return {
    firstMs: spread(({ firstMs }) => firstMs),
    fourMs: spread(({ fourMs }) => fourMs),
    lastMs: spread(({ lastMs }) => lastMs),
    openMs: spread(({ openMs }) => openMs),
    tasks: {
      longestMs: Math.max(...openings.map(({ tasks }) => tasks.longestMs)),
      over50: openings.reduce((sum, { tasks }) => sum + tasks.over50, 0),
      over100: openings.reduce((sum, { tasks }) => sum + tasks.over100, 0),
    },
  }
}
