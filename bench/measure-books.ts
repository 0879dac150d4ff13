import { formatNumber, formatTable } from './format-table.ts'
import { compareImports, type ImportLine, measureImports } from './measure-imports.ts'
import { measureOwn } from './measure-own.ts'
import { compareReports, measureReports, type ReportLine } from './measure-reports.ts'
import { isMeasured } from './measure-task.ts'

const importTasks = ['tierwise-import', 'duckdb-import']
const reportTasks = [
  'tierwise-report',
  'tierwise-answer',
  'tierwise-page',
  'duckdb-report',
  'duckdb-rollup-report',
  'postgres-report',
]

export type BooksOptions = { grow: boolean; daily: boolean; runs: number; imports: number }

/** Import, report and what the product is asked for alone, against the peers; prints, and returns figures and differences. */
export async function measureBooks(options: BooksOptions): Promise<{ figures: object; differences: string[] }> {
  const imports = await measureImports(importTasks, 1, options.imports)
  sayImports(imports, options.imports)
  const reports = await measureReports(reportTasks, 1, options.runs)
  say('\nReport: 12 months, one platform, sums by tier and by creator, warm')
  sayReports(reports, 'times slower', reports)
  const grown = options.grow ? await measureReports(reportTasks, 10, Math.min(10, options.runs)) : []
  if (options.grow) {
    say('\nThe same at ten times the rows')
    sayReports(grown, 'times x1', reports, true)
  }
  const own = await measureOwn(imports.find(isMeasured)?.wallMs, options.daily)
  const figures = { imports, own, reports: reports.map(dropAnswer), grown: grown.map(dropAnswer) }
  return { figures, differences: [...compareImports(imports), ...compareReports(reports), ...compareReports(grown)] }
}

function sayImports(imports: readonly ImportLine[], times: number): void {
  say(`\nImport, median of ${times}`)
  const header = ['side', 'ms', 'CPU ms', 'rows/s', 'peak RSS MB', 'stored MB', 'times slower']
  const first = imports.find(isMeasured)
  say(
    formatTable(
      header,
      imports.map((line) => describeImport(line, first?.wallMs)),
    ),
  )
}

function sayReports(
  lines: readonly ReportLine[],
  ratio: string,
  others: readonly ReportLine[],
  ofSameTask = false,
): void {
  const header = ['side', 'median ms', 'best ms', 'CPU ms', 'runs', ratio]
  say(
    formatTable(
      header,
      lines.map((line) => describeReport(line, others, ofSameTask ? line.task : undefined)),
    ),
  )
}

function describeImport(line: ImportLine, firstMs: number | undefined): string[] {
  if ('missing' in line) return [line.task, line.missing]
  const { task, wallMs, cpuMs, rowsPerSecond, peakRssMb, storedBytes } = line
  return [
    task,
    ...[wallMs, cpuMs, rowsPerSecond, peakRssMb].map((value) => formatNumber(value)),
    formatNumber(storedBytes / 1e6, 1),
    formatNumber(firstMs === undefined ? 1 : wallMs / firstMs, 2),
  ]
}

/** Against the first side that ran, or against the named side of the other size. */
function describeReport(line: ReportLine, others: readonly ReportLine[], task?: string): string[] {
  if ('missing' in line) return [line.task, line.missing]
  const base = others.filter(isMeasured).find((each) => task === undefined || each.task === task)
  const ratio = base ? line.medianMs / base.medianMs : 1
  const { medianMs, bestMs, cpuMsPerRun, runs } = line
  return [
    line.task,
    ...[medianMs, bestMs, cpuMsPerRun].map((value) => formatNumber(value, 2)),
    String(runs),
    formatNumber(ratio, 2),
  ]
}

// A thousand creators' sums would bury the figures.
function dropAnswer(line: ReportLine): object {
  if ('missing' in line) return line
  return { ...line, answer: { tiers: line.answer.tiers, creators: line.answer.creators.length } }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
