import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openDataset, outDir } from './dataset.ts'
import { formatNumber, formatTable } from './format-table.ts'
import { compareImports, type ImportLine, measureImports } from './measure-imports.ts'
import { measureOwn } from './measure-own.ts'
import { compareReports, measureReports, type ReportLine } from './measure-reports.ts'
import { isMeasured } from './measure-task.ts'
import { installPeers } from './peers/install-peers.ts'

const { values } = parseArgs({
  options: {
    /** Also asks the report of ten times the rows: minutes, and about 5 GB of disk. */
    grow: { type: 'boolean', default: false },
    /** Also sends each day's files on its own day: minutes. */
    daily: { type: 'boolean', default: false },
    runs: { type: 'string', default: '200' },
    imports: { type: 'string', default: '3' },
  },
})
const importTasks = ['tierwise-import', 'duckdb-import']
const reportTasks = ['tierwise-report', 'tierwise-page', 'duckdb-report', 'duckdb-rollup-report', 'postgres-report']

mkdirSync(outDir, { recursive: true })
installPeers()
const { options, bytes, daily } = openDataset()
say(
  `${formatNumber(options.resultRows)} result and ${formatNumber(options.spendRows)} spend rows, ` +
    `${formatNumber(bytes / 1e6)} MB of CSV, ${daily.length} days, Node ${process.version}, ${availableParallelism()} cores`,
)

const imports = await measureImports(importTasks, 1, Number(values.imports))
say(`\nImport, median of ${values.imports}`)
say(
  formatTable(
    ['side', 'ms', 'CPU ms', 'rows/s', 'peak RSS MB', 'stored MB', 'times slower'],
    imports.map(describeImport),
  ),
)

const reports = await measureReports(reportTasks, 1, Number(values.runs))
say('\nReport: 12 months, one platform, sums by tier and by creator, warm')
say(
  formatTable(
    ['side', 'median ms', 'best ms', 'CPU ms', 'runs', 'times slower'],
    reports.map((line) => describeReport(line, reports)),
  ),
)

const grown: ReportLine[] = []
if (values.grow) {
  openDataset(10)
  grown.push(...(await measureReports(reportTasks, 10, Math.min(10, Number(values.runs)))))
  say('\nThe same at ten times the rows')
  say(
    formatTable(
      ['side', 'median ms', 'best ms', 'CPU ms', 'runs', 'times x1'],
      grown.map((line) => describeReport(line, reports, line.task)),
    ),
  )
}

const first = imports.find(isMeasured)
const own = await measureOwn(first?.wallMs, values.daily)
const differences = [...compareImports(imports), ...compareReports(reports), ...compareReports(grown)]
say(
  `\n${differences.length === 0 ? 'All answers are equal to the cent.' : `Answers differ:\n${differences.join('\n')}`}`,
)
const machine = { cpu: cpus()[0]?.model, cores: availableParallelism(), node: process.version }
const results = {
  machine,
  options,
  imports,
  own,
  reports: reports.map(dropAnswer),
  grown: grown.map(dropAnswer),
  differences,
}
writeFileSync(join(outDir, 'results.json'), `${JSON.stringify(results, null, 2)}\n`)
process.exitCode = differences.length === 0 ? 0 : 1

function describeImport(line: ImportLine): string[] {
  if ('missing' in line) return [line.task, line.missing]
  const first = imports.find(isMeasured)
  const { task, wallMs, cpuMs, rowsPerSecond, peakRssMb, storedBytes } = line
  const ratio = first ? wallMs / first.wallMs : 1
  return [
    task,
    ...[wallMs, cpuMs, rowsPerSecond, peakRssMb].map((value) => formatNumber(value)),
    formatNumber(storedBytes / 1e6, 1),
    formatNumber(ratio, 2),
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
