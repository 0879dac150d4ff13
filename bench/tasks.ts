import { ownTasks } from './own-tasks.ts'
import { importWithDuckdb, reportWithDuckdb, reportWithDuckdbRollups } from './peers/duckdb.ts'
import { reportWithPostgres } from './peers/postgres.ts'
import { importSpendWithSqlite, importSpendWithSqliteProgram } from './peers/sqlite.ts'

export type TaskInput = { scale: number; runs: number }

/** The time that counts, without start-up and preparation, and what came out. */
export type Timed<T> = { wallMs: number; cpuMs: number; result: T }

export type TaskOutcome = Timed<unknown> | { missing: string }

export type Task = (input: TaskInput) => Promise<TaskOutcome>

/** Each runs in a process of its own, so that CPU and memory are its own. */
export const tasks: Record<string, Task> = {
  ...ownTasks,
  'duckdb-import': importWithDuckdb,
  'duckdb-report': reportWithDuckdb,
  'duckdb-rollup-report': reportWithDuckdbRollups,
  'postgres-report': reportWithPostgres,
  'sqlite-spend-import': importSpendWithSqlite,
  'sqlite-program-import': importSpendWithSqliteProgram,
}
