import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { Upload } from '../../functions/contract/upload.ts'
import { answerOf, type Connection } from '../../functions/local/cli/connect.ts'
import type { SpendSums } from '../peers/sqlite.ts'
import { openWatched, readWatched, sumTasks, type TaskFigures } from './watch-page.ts'

/** Milliseconds from the drop on. */
export type DropFigures = {
  /** All parts have arrived. */
  sentMs: number
  /** The page says that the file is checked and may be committed. */
  readyMs: number
  tasks: TaskFigures
  /** Of the service's process until then; undefined where the system does not tell. */
  serverPeakRssMb: number | undefined
  upload: Upload
  sums: SpendSums
}

const patienceMs = 300_000

/** A file from the disk dropped on the page of uploads, sent by its button, and waited for as a person would. */
export async function measureDrop(
  browser: Browser,
  service: { address: string; pid: number; connection: Connection },
  path: string,
): Promise<DropFigures> {
  const { context, page } = await openWatched(browser)
  await page.goto(`${service.address}/uploads`)
  // Drawn with the first answer: by then the page listens to what is dropped.
  await page.getByRole('link', { name: 'creators.csv' }).waitFor()
  const { nowMs: startMs } = await readWatched(page)
  await dropFile(page, path)
  await page.getByRole('button', { name: 'Upload 1 file' }).click()
  const review = page.getByRole('link', { name: 'Review and commit' })
  await review.waitFor({ timeout: patienceMs })
  const readyMs = (await readWatched(page)).nowMs - startMs
  await review.click()
  await page.getByRole('heading', { name: 'Checked, and ready to commit' }).waitFor()
  await page.waitForLoadState('networkidle')
  const { answers, tasks } = await readWatched(page)
  const parts = answers.filter(({ path }) => /\/parts\/\d+$/.test(path))
  const upload = await readUpload(service.connection, new URL(page.url()).pathname.split('/').at(-1) ?? '')
  await context.close()
  return {
    sentMs: Math.max(...parts.map(({ endMs }) => endMs)) - startMs,
    readyMs,
    tasks: sumTasks(tasks.filter((task) => task.startMs >= startMs)),
    serverPeakRssMb: readPeakRssMb(service.pid),
    upload,
    sums: { rows: upload.rows.read, spendMinor: upload.totals.reduce((sum, { amountMinor }) => sum + amountMinor, 0) },
  }
}

/** By the browser's own drag, so that the page gets a file of the disk and not one made of its memory. */
async function dropFile(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data })
  }
}

async function readUpload({ api, workspace }: Connection, id: string): Promise<Upload> {
  return answerOf(Upload, await api.uploads[':id'].$get({ param: { workspace, id } }))
}

function readPeakRssMb(pid: number): number | undefined {
  try {
    const match = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return match ? Math.round(Number(match[1]) / 1024) : undefined
  } catch {
    return undefined
  }
}
