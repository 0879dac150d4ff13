import type { CellFault } from '../../ingest/cells.ts'

/** A cell as the strict reader takes it, or why there is none. */
export type Rewritten =
  | {
      text: string
      /** ISO code of an amount whose line names no currency in a column of its own. */
      currency?: string
      /** Last day, where the cell named a month and `text` is its first day. */
      until?: string
    }
  | { fault: CellFault }

export const blank: Rewritten = { text: '' }

export function faulty(code: string, expected: string, message: string): Rewritten {
  return { fault: { code, expected, message } }
}
