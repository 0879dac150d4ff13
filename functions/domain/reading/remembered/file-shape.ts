import type { UploadKind } from '../../../contract/upload.ts'
import { headerKey } from '../../ingest/normalise.ts'
import { digestOf } from '../../ledger/codec/digest.ts'
import type { TablePlan } from '../table-plan.ts'

/**
 * What files of one sort have in common: the kind and the headers in their order, whatever stands above them and
 * however they are encoded. Null where a table has no header, or only blank ones: any file could be like it.
 */
export function shapeOf(kind: UploadKind, headers: readonly string[]): string | null {
  const keys = headers.map(headerKey)
  while (keys.at(-1) === '') keys.pop()
  return keys.length === 0 ? null : digestOf(JSON.stringify([kind, ...keys]))
}

/** The shapes of all tables of a file that have a header, the same once. */
export function shapesOf(kind: UploadKind, { tables }: Pick<TablePlan, 'tables'>): string[] {
  const shapes = tables.flatMap(({ headerLine, headers }) => (headerLine === null ? [] : [shapeOf(kind, headers)]))
  return [...new Set(shapes.filter((shape) => shape !== null))]
}
