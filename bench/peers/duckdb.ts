import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ImportResult, ReportAnswer } from '../answers.ts'
import { type Dataset, openDataset, outDir } from '../dataset.ts'
import type { TaskInput, TaskOutcome } from '../tasks.ts'
import { repeatRun, timeRun } from '../time-run.ts'
import { loadPeer } from './install-peers.ts'
import { readAnswer, reportSql, rollupReportSql, rollupTableSql, tierTableSql, toInteger } from './report-sql.ts'

/** What the bench uses of @duckdb/node-api, whose own types are there only once the peers are installed. */
type Duckdb = {
  DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<Connection>; closeSync(): void }> }
}
type Connection = {
  run(sql: string): Promise<unknown>
  runAndReadAll(sql: string): Promise<{ getRows(): unknown[][] }>
  closeSync(): void
}

const missing = { missing: '@duckdb/node-api is not installed' }

const tablesSql = `
CREATE TABLE results (
  date DATE NOT NULL, campaign VARCHAR NOT NULL, creator VARCHAR NOT NULL, platform VARCHAR NOT NULL,
  post VARCHAR NOT NULL, published DATE NOT NULL, followers BIGINT, impressions BIGINT, reach BIGINT,
  engagements BIGINT, clicks BIGINT, conversions BIGINT, revenue DECIMAL(18, 2), currency VARCHAR NOT NULL,
  UNIQUE (platform, post, date)
);
CREATE TABLE spend (
  date DATE NOT NULL, campaign VARCHAR NOT NULL, creator VARCHAR, platform VARCHAR, category VARCHAR,
  line_id VARCHAR NOT NULL UNIQUE, reference VARCHAR, status VARCHAR, amount DECIMAL(18, 2) NOT NULL,
  currency VARCHAR NOT NULL
);`

/** Both files into file-backed tables with their unique keys, checkpoint included. */
export async function importWithDuckdb({ scale }: TaskInput): Promise<TaskOutcome> {
  const duckdb = await loadDuckdb()
  if (!duckdb) return missing
  const dataset = openDataset(scale)
  const path = databasePath(scale, 'import')
  const timed = await withDatabase(duckdb, path, true, (connection) =>
    timeRun(async (): Promise<ImportResult> => {
      await loadTables(connection, dataset)
      await connection.run('CHECKPOINT')
      return { totals: await readTotals(connection), storedBytes: statSync(path).size }
    }),
  )
  rmSync(path, { force: true })
  return timed
}

export function reportWithDuckdb(input: TaskInput): Promise<TaskOutcome> {
  return repeatReport(input, reportSql)
}

/** Over a table of the same cells that the product's own rollups hold. */
export function reportWithDuckdbRollups(input: TaskInput): Promise<TaskOutcome> {
  return repeatReport(input, rollupReportSql)
}

async function repeatReport({ scale, runs }: TaskInput, sql: string): Promise<TaskOutcome> {
  const duckdb = await loadDuckdb()
  if (!duckdb) return missing
  const path = databasePath(scale, 'report')
  const outcome = await withDatabase(duckdb, path, true, async (connection) => {
    await loadTables(connection, openDataset(scale))
    await connection.run(
      'CREATE INDEX results_by_date ON results (date); CREATE INDEX spend_by_date ON spend (date); ' +
        'CREATE INDEX results_by_platform ON results (platform)',
    )
    for (const table of [tierTableSql, rollupTableSql]) await connection.run(table)
    await connection.run('CHECKPOINT; ANALYZE')
    return timeRun(() => repeatRun(runs, () => answer(connection, sql)))
  })
  rmSync(path, { force: true })
  return outcome
}

async function answer(connection: Connection, sql: string): Promise<ReportAnswer> {
  return readAnswer((await connection.runAndReadAll(sql)).getRows())
}

async function loadTables(connection: Connection, { results, spend }: Dataset): Promise<void> {
  await connection.run(tablesSql)
  await connection.run(`INSERT INTO results SELECT * FROM read_csv('${results}', header = true, columns = {
    date: 'DATE', campaign: 'VARCHAR', creator: 'VARCHAR', platform: 'VARCHAR', post: 'VARCHAR', published: 'DATE',
    followers: 'BIGINT', impressions: 'BIGINT', reach: 'BIGINT', engagements: 'BIGINT', clicks: 'BIGINT',
    conversions: 'BIGINT', revenue: 'DECIMAL(18, 2)', currency: 'VARCHAR'})`)
  await connection.run(`INSERT INTO spend SELECT * FROM read_csv('${spend}', header = true, columns = {
    date: 'DATE', campaign: 'VARCHAR', creator: 'VARCHAR', platform: 'VARCHAR', category: 'VARCHAR',
    line_id: 'VARCHAR', reference: 'VARCHAR', status: 'VARCHAR', amount: 'DECIMAL(18, 2)', currency: 'VARCHAR'})`)
}

async function readTotals(connection: Connection): Promise<ImportResult['totals']> {
  const reader = await connection.runAndReadAll(`SELECT (SELECT count(*) FROM results), (SELECT count(*) FROM spend),
    CAST((SELECT sum(revenue) * 100 FROM results) AS BIGINT), CAST((SELECT sum(amount) * 100 FROM spend) AS BIGINT)`)
  const [resultRows, spendRows, revenueMinor, spendMinor] = (reader.getRows()[0] ?? []).map(toInteger)
  if (resultRows === undefined || spendRows === undefined || revenueMinor === undefined || spendMinor === undefined) {
    throw new Error('no totals')
  }
  return { resultRows, spendRows, revenueMinor, spendMinor }
}

async function withDatabase<T>(
  duckdb: Duckdb,
  path: string,
  fresh: boolean,
  use: (connection: Connection) => Promise<T>,
): Promise<T> {
  if (fresh) for (const file of [path, `${path}.wal`]) rmSync(file, { force: true })
  const instance = await duckdb.DuckDBInstance.create(path)
  const connection = await instance.connect()
  try {
    return await use(connection)
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

function databasePath(scale: number, name: string): string {
  return join(outDir, `duckdb-x${scale}-${name}-${process.pid}.db`)
}

// The package was resolved by its pinned name and version.
async function loadDuckdb(): Promise<Duckdb | undefined> {
  return (await loadPeer('@duckdb/node-api')) as Duckdb | undefined
}
