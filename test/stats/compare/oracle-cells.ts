import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { type Cells, sortCells } from '../../../functions/domain/stats/cells.ts'
import { newStatSums, type StatColumn } from '../../../functions/domain/stats/stat-columns.ts'

export type OracleRow = Record<string, string>

const folder = new URL('../oracles/', import.meta.url)

export const readOracleRows = (name: string): OracleRow[] =>
  Papa.parse<OracleRow>(readFileSync(new URL(`${name}/data.csv`, folder), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data

/** What R said: made with 15 significant digits, so of any shape. */
export const readExpected = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`${name}/expected.json`, folder), 'utf8'))

const columns: readonly StatColumn[] = [
  'spend',
  'posts',
  'followers',
  'impressions',
  'reach',
  'engagements',
  'clicks',
  'conversions',
  'revenue',
]

export const quarterOf = (month: string): string => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`

/** Cells of an oracle's rows; `strata` name columns, `quarter` is made of the month. */
export function oracleCells(
  rows: readonly OracleRow[],
  strata: readonly string[],
  unitOf: (row: OracleRow) => string = (row) => row.creator_id as string,
  armOf: (row: OracleRow) => 0 | 1 = (row) => (row.tier === 'micro' ? 0 : 1),
): { cells: Cells; units: string[] } {
  const keyOf = (row: OracleRow): string =>
    JSON.stringify(strata.map((name) => (name === 'quarter' ? quarterOf(row.month as string) : row[name])))
  const units = [...new Set(rows.map(unitOf))].sort()
  const keys = [...new Set(rows.map(keyOf))].sort()
  const [unitAt, keyAt] = [units, keys].map((texts) => new Map(texts.map((text, at) => [text, at]))) as [
    Map<string, number>,
    Map<string, number>,
  ]
  const sums = newStatSums(rows.length)
  for (const name of columns)
    rows.forEach((row, i) => {
      sums[name][i] = Number(row[name])
    })
  const cells = sortCells(
    {
      count: rows.length,
      unit: rows.map((row) => unitAt.get(unitOf(row)) as number),
      stratum: rows.map((row) => keyAt.get(keyOf(row)) as number),
      arm: rows.map(armOf),
      sums,
    },
    units.length,
    keys.length,
  )
  return { cells, units }
}
