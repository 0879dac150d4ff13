import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BenchOptions, benchOptions, scaleOptions } from './bench-options.ts'
import { writeBenchFiles } from './write-bench-files.ts'

/** Raise when the files of the same options change. */
const version = 1

export const outDir = join(import.meta.dirname, 'out')

/** Paths of the seeded files; all rows are in results and spend, and once more in the daily files by date. */
export type Dataset = {
  scale: number
  options: BenchOptions
  dir: string
  creators: string
  campaigns: string
  results: string
  spend: string
  daily: { date: string; results: string | undefined; spend: string | undefined }[]
  bytes: number
}

/** Makes the files on the first run and finds them on later ones. */
export function openDataset(scale = 1): Dataset {
  const options = scaleOptions(benchOptions, scale)
  const dir = openFiles(`x${scale}`, options)
  const results = join(dir, 'results.csv')
  const spend = join(dir, 'spend.csv')
  return {
    scale,
    options,
    dir,
    creators: join(dir, 'creators.csv'),
    campaigns: join(dir, 'campaigns.csv'),
    results,
    spend,
    daily: listDaily(join(dir, 'daily')),
    bytes: statSync(results).size + statSync(spend).size,
  }
}

/** The folder of these options' files, made on the first run and found on later ones. */
export function openFiles(name: string, options: BenchOptions): string {
  const dir = join(outDir, 'data', name)
  const stamp = JSON.stringify({ version, options })
  const stampFile = join(dir, 'stamp.json')
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return dir
  process.stderr.write(`Making ${options.resultRows} result rows in ${dir} ...\n`)
  rmSync(dir, { recursive: true, force: true })
  mkdirSync(dir, { recursive: true })
  writeBenchFiles(dir, options)
  writeFileSync(stampFile, stamp)
  return dir
}

function listDaily(dir: string): Dataset['daily'] {
  const names = new Set(readdirSync(dir))
  const dates = [...new Set([...names].map((name) => name.slice(name.indexOf('-') + 1, -4)))].sort()
  const find = (kind: string, date: string) =>
    names.has(`${kind}-${date}.csv`) ? join(dir, `${kind}-${date}.csv`) : undefined
  return dates.map((date) => ({ date, results: find('results', date), spend: find('spend', date) }))
}
