import { type Dataset, openDataset } from '../dataset.ts'
import type { TaskInput, TaskOutcome } from '../tasks.ts'
import { repeatRun, timeRun } from '../time-run.ts'
import { loadPeer } from './install-peers.ts'
import { hasPostgres, type PostgresServer, startPostgres } from './postgres-server.ts'
import { readAnswer, reportSql, tierTableSql } from './report-sql.ts'

/** What the bench uses of pg. */
type Pg = { Client: new (options: { host: string; user: string; database: string }) => Client }
type Client = {
  connect(): Promise<void>
  query(query: string | { text: string; rowMode: 'array' }): Promise<{ rows: unknown[][] }>
  end(): Promise<void>
}

const tablesSql = `
CREATE TABLE results (
  date date NOT NULL, campaign text NOT NULL, creator text NOT NULL, platform text NOT NULL, post text NOT NULL,
  published date NOT NULL, followers bigint, impressions bigint, reach bigint, engagements bigint, clicks bigint,
  conversions bigint, revenue numeric(18, 2), currency text NOT NULL
);
CREATE TABLE spend (
  date date NOT NULL, campaign text NOT NULL, creator text, platform text, category text, line_id text NOT NULL,
  reference text, status text, amount numeric(18, 2) NOT NULL, currency text NOT NULL
);`

const indexesSql = `
ALTER TABLE results ADD UNIQUE (platform, post, date);
ALTER TABLE spend ADD UNIQUE (line_id);
CREATE INDEX ON results (platform, date);
CREATE INDEX ON spend (platform, date);
${tierTableSql};
ALTER TABLE deal_tier ADD PRIMARY KEY (creator, campaign);`

/** Warm runs on indexed, vacuumed tables that fit into the server's memory. CPU is the client's only. */
export async function reportWithPostgres({ scale, runs }: TaskInput): Promise<TaskOutcome> {
  const pg = await loadPg()
  if (!pg) return { missing: 'pg is not installed' }
  if (!hasPostgres()) return { missing: 'no PostgreSQL 15 on this machine' }
  const dataset = openDataset(scale)
  const server = startPostgres()
  try {
    const client = new pg.Client({ host: server.host, user: server.user, database: 'postgres' })
    await client.connect()
    await loadTables(client, server, dataset)
    const outcome = await timeRun(() =>
      repeatRun(runs, async () => readAnswer((await client.query({ text: reportSql, rowMode: 'array' })).rows)),
    )
    await client.end()
    return outcome
  } finally {
    server.stop()
  }
}

async function loadTables(client: Client, server: PostgresServer, { results, spend }: Dataset): Promise<void> {
  await client.query(tablesSql)
  server.copy('results', results)
  server.copy('spend', spend)
  await client.query(indexesSql)
  await client.query('VACUUM ANALYZE')
}

// The package was resolved by its pinned name and version; it is CommonJS, so its exports may stand under `default`.
async function loadPg(): Promise<Pg | undefined> {
  const loaded = (await loadPeer('pg')) as (Pg & { default?: Pg }) | undefined
  return loaded?.Client ? loaded : loaded?.default
}
