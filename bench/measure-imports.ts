import type { ImportResult, ImportTotals } from './answers.ts'
import { isMeasured, measureTask, median, type TaskMissing, type TaskReport } from './measure-task.ts'

export type ImportFigures = {
  task: string
  wallMs: number
  cpuMs: number
  rowsPerSecond: number
  peakRssMb: number
  storedBytes: number
  totals: ImportTotals
}
export type ImportLine = ImportFigures | TaskMissing

/** Median of several imports, each in a process of its own. */
export async function measureImports(tasks: readonly string[], scale: number, times: number): Promise<ImportLine[]> {
  const lines: ImportLine[] = []
  for (const task of tasks) lines.push(await measureImport(task, scale, times))
  return lines
}

async function measureImport(task: string, scale: number, times: number): Promise<ImportLine> {
  const reports: TaskReport<ImportResult>[] = []
  for (let i = 0; i < times; i++) {
    const report = await measureTask<ImportResult>(task, String(scale))
    if ('missing' in report) return report
    reports.push(report)
  }
  const [{ result }] = reports as [TaskReport<ImportResult>]
  const wallMs = median(reports.map((report) => report.wallMs))
  return {
    task,
    wallMs,
    cpuMs: median(reports.map((report) => report.cpuMs)),
    rowsPerSecond: ((result.totals.resultRows + result.totals.spendRows) / wallMs) * 1000,
    peakRssMb: Math.max(...reports.map((report) => report.peakRssMb)),
    ...result,
  }
}

/** Sides whose control totals differ from the first's, in words. */
export function compareImports(lines: readonly ImportLine[]): string[] {
  const present = lines.filter(isMeasured)
  return present.flatMap((line) =>
    JSON.stringify(line.totals) === JSON.stringify(present[0]?.totals)
      ? []
      : [`${line.task}: ${JSON.stringify(line.totals)} against ${JSON.stringify(present[0]?.totals)}`],
  )
}
