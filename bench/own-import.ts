import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Upload } from '../functions/contract/upload.ts'
import type { ImportResult, ImportTotals } from './answers.ts'
import { openDataset, outDir } from './dataset.ts'
import { joinDays } from './join-days.ts'
import { memoryBooks } from './memory-books.ts'
import { loadReceived, openBenchBooks, receiveFile } from './own-books.ts'
import type { TaskInput, Timed } from './tasks.ts'
import { timeRun } from './time-run.ts'
import { countWrites, totalWritten, type Written, type WrittenByKind } from './write-units.ts'

export type OwnImport = ImportResult & { blockBytesPerResultRow: number; written: WrittenByKind; total: Written }

/**
 * Check and commit of both files over books in memory. In the time: unpacking the parts and their digests, parsing,
 * validation, row identity, blocks, the fold of every month, preview and snapshot. Before it: cutting, packing and
 * receiving the parts.
 */
export function importWithTierwise({ scale }: TaskInput): Promise<Timed<OwnImport>> {
  return importFiles(openDataset(scale))
}

/** The first half of the months: what memory does not follow is the file's, not the month's. */
export async function importHalfWithTierwise({ scale }: TaskInput): Promise<Timed<OwnImport>> {
  const { daily } = openDataset(scale)
  const dir = mkdtempSync(join(outDir, 'half-'))
  const days = daily.slice(0, daily.length / 2)
  try {
    return await importFiles({ spend: joinDays(dir, days, 'spend'), results: joinDays(dir, days, 'results') })
  } finally {
    rmSync(dir, { recursive: true })
  }
}

async function importFiles({ spend, results }: { spend: string; results: string }): Promise<Timed<OwnImport>> {
  const { onChunk, written } = countWrites()
  const books = memoryBooks(outDir, onChunk)
  await openBenchBooks(books)
  const ids = [await receiveFile(books, spend, 'spend'), await receiveFile(books, results, 'results')] as const
  let blockBytes = 0
  const timed = await timeRun(async () => {
    const first = await loadReceived(books, ids[0])
    blockBytes = written.BLOCK?.bytes ?? 0
    return [first, await loadReceived(books, ids[1])]
  })
  const totals = totalsOf(timed.result)
  const storedBytes = written.BLOCK?.bytes ?? 0
  const blockBytesPerResultRow = (storedBytes - blockBytes) / totals.resultRows
  return { ...timed, result: { totals, storedBytes, blockBytesPerResultRow, written, total: totalWritten(written) } }
}

function totalsOf(uploads: readonly Upload[]): ImportTotals {
  const totals: ImportTotals = { resultRows: 0, spendRows: 0, revenueMinor: 0, spendMinor: 0 }
  for (const upload of uploads) {
    totals[upload.kind === 'spend' ? 'spendRows' : 'resultRows'] += upload.rows.new
    for (const { measure, amountMinor } of upload.totals)
      totals[measure === 'spend' ? 'spendMinor' : 'revenueMinor'] += amountMinor
  }
  return totals
}
