import { openDataset, outDir } from './dataset.ts'
import { memoryBooks } from './memory-books.ts'
import { loadReceived, openBenchBooks, receiveFile } from './own-books.ts'
import type { TaskInput, Timed } from './tasks.ts'
import { timeRun } from './time-run.ts'
import { countWrites, totalWritten, type Written, type WrittenByKind } from './write-units.ts'

export type OwnDaily = { days: number; uploads: number; rows: number; written: WrittenByKind; total: Written }

/** The same rows again, but as a company with daily exports sends them: each day's spend and results on that day. */
export async function uploadDaily({ scale }: TaskInput): Promise<Timed<OwnDaily>> {
  const { daily, options } = openDataset(scale)
  const { onChunk, written } = countWrites()
  const books = memoryBooks(outDir, onChunk)
  await openBenchBooks(books)
  const files = daily.flatMap(({ spend, results }) => [
    ...(spend === undefined ? [] : [{ kind: 'spend' as const, path: spend }]),
    ...(results === undefined ? [] : [{ kind: 'results' as const, path: results }]),
  ])
  const { wallMs, cpuMs } = await timeRun(async () => {
    for (const { kind, path } of files) await loadReceived(books, await receiveFile(books, path, kind))
  })
  const rows = options.resultRows + options.spendRows
  return {
    wallMs,
    cpuMs,
    result: { days: daily.length, uploads: files.length, rows, written, total: totalWritten(written) },
  }
}
