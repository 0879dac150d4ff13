import type { SpendIdentity } from '../ledger/block.ts'
import type { DirectoryRow } from '../ledger/directory.ts'
import type { ResultRow, SpendFields } from './row-schemas.ts'

/** Where valid rows go. */
export type RowSink = {
  /** `ids` are the name ids of the row's creator and campaign. */
  result(line: number, row: ResultRow, ids: RowIds): void
  /** `beside` is the result row of the same performance line, whose key the cost shares where it has no line id. */
  spend(line: number, row: SpendFields, ids: RowIds, identity: SpendIdentity, beside: ResultRow | null): void
  directory(row: DirectoryRow): void
  /** Rows that wait for their block, and whether it is time to take them. */
}

/**
 * Lines that agree in campaign, creator, platform, post and publication may share one object; then it has a memo, by
 * which the sink knows them again.
 */
export type RowIds = { creator: number; campaign: number; memo?: SubjectMemo }
/** `subject` is a position in what is collected under the number `block`. */
export type SubjectMemo = { block: number; subject: number }
