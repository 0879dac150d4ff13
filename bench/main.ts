import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openDataset, outDir } from './dataset.ts'
import { formatNumber } from './format-table.ts'
import { measureBooks } from './measure-books.ts'
import { comparePages, measurePages } from './pages/measure-pages.ts'
import { installPeers } from './peers/install-peers.ts'
import { measureStatistics, meetsGoals } from './statistics/measure-statistics.ts'

const { values } = parseArgs({
  options: {
    /** Only the pages in a browser: a minute, and no peers to install. */
    pages: { type: 'boolean', default: false },
    /** Only the statistics: markets whose truth is known, and the time that comparing takes. */
    statistics: { type: 'boolean', default: false },
    /** Of each scenario, size and seed; at least 2,000. */
    replications: { type: 'string', default: '2000' },
    /** Also asks the report of ten times the rows: minutes, and about 5 GB of disk. */
    grow: { type: 'boolean', default: false },
    /** Also sends each day's files on its own day: minutes. */
    daily: { type: 'boolean', default: false },
    runs: { type: 'string', default: '200' },
    imports: { type: 'string', default: '3' },
    /** Openings of each page. */
    rounds: { type: 'string', default: '15' },
  },
})
const machine = { cpu: cpus()[0]?.model, cores: availableParallelism(), node: process.version }

mkdirSync(outDir, { recursive: true })
if (values.statistics) {
  const statistics = measureStatistics(Number(values.replications), say)
  writeFileSync(join(outDir, 'results-statistics.json'), `${JSON.stringify({ machine, ...statistics }, null, 2)}\n`)
  process.exit(meetsGoals(statistics) ? 0 : 1)
}
const books = values.pages ? undefined : await runBooks()
const pages = await measurePages(Number(values.rounds))
const differences = [...(books?.differences ?? []), ...comparePages(pages)]
say(
  `\n${differences.length === 0 ? 'All answers are equal to the cent.' : `Answers differ:\n${differences.join('\n')}`}`,
)
const results = { machine, ...books?.figures, pages, differences }
const file = values.pages ? 'results-pages.json' : 'results.json'
writeFileSync(join(outDir, file), `${JSON.stringify(results, null, 2)}\n`)
process.exitCode = differences.length === 0 ? 0 : 1

async function runBooks() {
  installPeers()
  const { options, bytes, daily } = openDataset()
  // Made before anything is measured: writing them takes memory and disk from what runs beside it.
  if (values.grow) openDataset(10)
  say(
    `${formatNumber(options.resultRows)} result and ${formatNumber(options.spendRows)} spend rows, ` +
      `${formatNumber(bytes / 1e6)} MB of CSV, ${daily.length} days, Node ${process.version}, ${availableParallelism()} cores`,
  )
  const { grow, daily: eachDay, runs, imports } = values
  const { figures, differences } = await measureBooks({
    grow,
    daily: eachDay,
    runs: Number(runs),
    imports: Number(imports),
  })
  return { figures: { options, ...figures }, differences }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
