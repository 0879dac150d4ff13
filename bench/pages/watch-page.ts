import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Size } from './bare-charts.ts'

/** Times are milliseconds from the navigation on. */
export type Watched = {
  nowMs: number
  /** Each canvas in the order of its first drawing. */
  drawn: { firstMs: number; lastMs: number }[]
  /** Tasks of the main thread over 50 ms: the browser tells of no shorter ones. */
  tasks: { startMs: number; ms: number }[]
  answers: { path: string; endMs: number }[]
}

type Watch = { allDrawn(count: number): Promise<void>; sizes(): Size[]; read(): Watched }

const script = join(import.meta.dirname, 'watch-page.js')

/**
 * A fresh window, nothing cached, without motion. It is tall, because the Overview asks for its creators only when their
 * place is near: here all four charts are in sight at once, as on the bare page.
 */
export async function openWatched(browser: Browser): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 2600 }, reducedMotion: 'reduce' })
  await context.addInitScript({ path: script })
  return { context, page: await context.newPage() }
}

export const waitDrawn = (page: Page, count: number): Promise<void> =>
  page.evaluate((wanted) => (globalThis as unknown as { watched: Watch }).watched.allDrawn(wanted), count)

export const readSizes = (page: Page): Promise<Size[]> =>
  page.evaluate(() => (globalThis as unknown as { watched: Watch }).watched.sizes())

export const readWatched = (page: Page): Promise<Watched> =>
  page.evaluate(() => (globalThis as unknown as { watched: Watch }).watched.read())

export type TaskFigures = { longestMs: number; over50: number; over100: number }

export function sumTasks(tasks: Watched['tasks']): TaskFigures {
  const lengths = tasks.map(({ ms }) => ms)
  return {
    longestMs: Math.max(0, ...lengths),
    over50: lengths.filter((ms) => ms > 50).length,
    over100: lengths.filter((ms) => ms > 100).length,
  }
}
