import { formatNumber, formatTable } from '../format-table.ts'
import type { SpendSums } from '../peers/sqlite.ts'
import type { DropFigures } from './measure-drop.ts'
import type { OverviewFigures, PageFigures, Spread } from './measure-overview.ts'
import type { TaskFigures } from './watch-page.ts'

export type SqliteFigures = { wallMs: number; peakRssMb: number; sums: SpendSums }

const measures = {
  firstMs: 'report to first chart',
  fourMs: 'report to four charts',
  lastMs: 'last answer to four charts',
  openMs: 'opening to four charts',
} as const

export function describeOverview(title: string, { creators, own, bare }: OverviewFigures): string {
  const rows = Object.entries(measures).map(([key, name]) => {
    const [ours, theirs] = [own, bare].map((side) => side[key as keyof typeof measures]) as [Spread, Spread]
    const ratios = [ours.median / theirs.median, ours.best / theirs.best]
    return [
      name,
      ...[ours.median, ours.best, theirs.median, theirs.best].map((ms) => formatNumber(ms)),
      ...ratios.map((ratio) => formatNumber(ratio, 2)),
    ]
  })
  const header = [
    `${title}: ${formatNumber(creators)} creators`,
    ...['Overview', 'best', 'bare', 'best', 'times', 'of best'],
  ]
  const tasks = (side: string, { tasks }: PageFigures) => `Main thread, ${side}: ${describeTasks(tasks)}`
  return [formatTable(header, rows), tasks('Overview', own), tasks('bare', bare)].join('\n')
}

export function describeDrop(drop: DropFigures, sqlite: SqliteFigures, program: SqliteFigures | null): string {
  const { sentMs, readyMs, serverPeakRssMb, tasks, sums } = drop
  const peak = serverPeakRssMb === undefined ? '' : `; the service peaks at ${formatNumber(serverPeakRssMb)} MB`
  return [
    `${formatNumber(sums.rows)} rows of spend dropped: sent after ${formatNumber(sentMs)} ms, ready after ${formatNumber(readyMs)} ms${peak}`,
    `Main thread of that page: ${describeTasks(tasks)}`,
    `SQLite reads the same file into a table in ${formatNumber(sqlite.wallMs)} ms: ready takes ${formatNumber(readyMs / sqlite.wallMs, 2)} times that`,
    program
      ? `Its program's .import with the same sums takes ${formatNumber(program.wallMs)} ms: ready takes ${formatNumber(readyMs / program.wallMs, 2)} times that`
      : 'Its program is not there: not measured',
  ].join('\n')
}

function describeTasks({ longestMs, over50, over100 }: TaskFigures): string {
  const longest = longestMs === 0 ? 'no task over 50 ms' : `longest task ${formatNumber(longestMs)} ms`
  return `${longest}; ${over50} over 50 ms, ${over100} over 100 ms`
}
