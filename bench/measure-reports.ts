import { compareAnswers, type ReportAnswer, type ReportResult } from './answers.ts'
import { isMeasured, measureTask, median, type TaskMissing } from './measure-task.ts'

export type ReportFigures = {
  task: string
  scale: number
  medianMs: number
  bestMs: number
  runs: number
  cpuMsPerRun: number
  peakRssMb: number
  answer: ReportAnswer
}
export type ReportLine = ReportFigures | TaskMissing

/** Warm runs of the same question, each side in a process of its own. */
export async function measureReports(tasks: readonly string[], scale: number, runs: number): Promise<ReportLine[]> {
  const lines: ReportLine[] = []
  for (const task of tasks) {
    const report = await measureTask<ReportResult>(task, String(scale), String(runs))
    if ('missing' in report) lines.push(report)
    else {
      const { runsMs, answer } = report.result
      lines.push({
        task,
        scale,
        medianMs: median(runsMs),
        bestMs: Math.min(...runsMs),
        runs: runsMs.length,
        // The two runs that warm up are in the CPU time too.
        cpuMsPerRun: report.cpuMs / (runsMs.length + 2),
        peakRssMb: report.peakRssMb,
        answer,
      })
    }
  }
  return lines
}

/** Sides whose answer is not the first's to the cent, in words. */
export function compareReports(lines: readonly ReportLine[]): string[] {
  const present = lines.filter(isMeasured)
  return present.flatMap((line) => {
    const difference = present[0] && compareAnswers(present[0].answer, line.answer)
    return difference ? [`${line.task}: ${difference}`] : []
  })
}
