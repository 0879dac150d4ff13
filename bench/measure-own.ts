import { formatNumber, formatTable } from './format-table.ts'
import { isMeasured, measureTask } from './measure-task.ts'
import type { OwnDaily } from './own-daily.ts'
import type { OwnImport } from './own-import.ts'
import type { OwnStart } from './own-start.ts'
import type { OwnUpload } from './own-upload.ts'
import type { WrittenByKind } from './write-units.ts'

/** What the goals ask of the product alone: bytes, write units, the way through the API, cold reads, the start. */
export async function measureOwn(importMs: number | undefined, withDaily: boolean): Promise<object> {
  const once = await figuresOf<OwnImport>('tierwise-import')
  const half = await measureTask<OwnImport>('tierwise-half-import')
  const daily = withDaily ? await figuresOf<OwnDaily>('tierwise-daily') : undefined
  const upload = await figuresOf<OwnUpload>('tierwise-upload')
  const start = await figuresOf<OwnStart>('tierwise-start')
  say(`\nBlocks: ${formatNumber(once.blockBytesPerResultRow, 2)} bytes a result row`)
  say('Blocks and rollups written, per million rows')
  const rows = once.totals.resultRows + once.totals.spendRows
  const writes = [describeWrites('one upload of each file', once.written, rows, 1_000_000 / 50)]
  if (daily) writes.push(describeWrites(`${daily.uploads} daily uploads`, daily.written, daily.rows, 1_000_000 / 10))
  say(formatTable(['how', 'items', 'MB', 'write units', 'at most'], writes))
  const ratio = importMs === undefined ? '' : ` (${formatNumber(upload.uploadMs / importMs, 2)} times the import)`
  say(`\nThrough the API into the embedded table: ${formatNumber(upload.uploadMs)} ms${ratio}`)
  const { cold } = upload
  say(
    `Cold report: ${formatNumber(cold.medianMs)} ms (${formatNumber(cold.firstMs)} ms in a new process); ` +
      `${cold.items} items, ${formatNumber(cold.bytes / 1000)} KB, ${cold.readUnits} read units`,
  )
  if (isMeasured(half))
    say(`Half of the months: ${half.result.totals.resultRows} result rows, peak RSS ${half.peakRssMb} MB`)
  say(`npm start answers after ${formatNumber(start.medianMs)} ms`)
  return { once, daily, upload, start }
}

async function figuresOf<T>(task: string): Promise<T> {
  const report = await measureTask<T>(task)
  if (!isMeasured(report)) throw new Error(`${task}: ${report.missing}`)
  return report.result
}

function describeWrites(how: string, written: WrittenByKind, rows: number, unitsMax: number): string[] {
  const perMillion = (pick: 'items' | 'bytes' | 'units'): number =>
    (Object.values(written).reduce((sum, kind) => sum + kind[pick], 0) / rows) * 1_000_000
  return [
    how,
    formatNumber(perMillion('items')),
    formatNumber(perMillion('bytes') / 1e6, 1),
    formatNumber(perMillion('units')),
    formatNumber(unitsMax),
  ]
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
