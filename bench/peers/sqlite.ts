import { spawnSync } from 'node:child_process'
import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { outDir } from '../dataset.ts'
import { openMarket } from '../pages/market.ts'
import type { Timed } from '../tasks.ts'
import { timeRun } from '../time-run.ts'

export type SpendSums = { rows: number; spendMinor: number }

const columns = [
  'date',
  'campaign',
  'creator',
  'platform',
  'category',
  'line_id',
  'reference',
  'status',
  'amount',
  'currency',
]
const amountAt = columns.indexOf('amount')

/** The dropped file into a table of SQLite in one transaction, and the sums that a check of it shows. */
export async function importSpendWithSqlite(): Promise<Timed<SpendSums>> {
  const { spend } = openMarket()
  const dir = mkdtempSync(join(outDir, 'sqlite-'))
  const database = new DatabaseSync(join(dir, 'spend.db'))
  try {
    return await timeRun(async () => {
      database.exec(`CREATE TABLE spend (${columns.join(', ')}, amount_minor INTEGER, UNIQUE (line_id))`)
      const insert = database.prepare(
        `INSERT INTO spend VALUES (${Array.from({ length: columns.length + 1 }, () => '?').join(', ')})`,
      )
      database.exec('BEGIN')
      await insertRows(spend, insert)
      database.exec('COMMIT')
      return sumSpend(database)
    })
  } finally {
    database.close()
    rmSync(dir, { recursive: true, force: true })
  }
}

/** Lines cut at each comma: no cell of this file is quoted, so that SQLite is not charged for a parser that it lacks. */
async function insertRows(path: string, insert: StatementSync): Promise<void> {
  let header = true
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const cells = line.split(',')
    if (!header) insert.run(...cells, Math.round(Number(cells[amountAt]) * 100))
    header = false
  }
}

/** What the preview of the upload holds: sums by month, campaign and creator. */
const groups = ['substr(date, 1, 7)', 'campaign', 'creator']

/** The same file by the program's own `.import`, and the same sums; its start is in the time. */
export async function importSpendWithSqliteProgram(): Promise<Timed<SpendSums> | { missing: string }> {
  if (spawnSync('sqlite3', ['--version']).status !== 0) return { missing: 'there is no program sqlite3 here' }
  const { spend } = openMarket()
  const dir = mkdtempSync(join(outDir, 'sqlite-'))
  const minor = 'CAST(round(amount * 100) AS INTEGER)'
  const commands = [
    `CREATE TABLE spend (${columns.join(', ')}, UNIQUE (line_id));`,
    `.import --csv --skip 1 ${spend} spend`,
    ...groups.map((by) => `SELECT count(*) FROM (SELECT ${by}, count(*), sum(${minor}) FROM spend GROUP BY 1);`),
    `SELECT count(*), sum(${minor}) FROM spend;`,
  ]
  try {
    return await timeRun(async () => {
      const { stdout } = spawnSync('sqlite3', [join(dir, 'spend.db')], { input: commands.join('\n'), encoding: 'utf8' })
      const [rows = 0, spendMinor = 0] = (stdout.trim().split('\n').at(-1) ?? '').split('|').map(Number)
      return { rows, spendMinor }
    })
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

function sumSpend(database: DatabaseSync): SpendSums {
  for (const by of groups) {
    database.prepare(`SELECT ${by}, count(*), sum(amount_minor) FROM spend GROUP BY 1`).all()
  }
  const sums = database.prepare('SELECT count(*) AS rows, sum(amount_minor) AS spendMinor FROM spend').get()
  return { ...sums } as SpendSums
}
