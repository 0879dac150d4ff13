/** Rows that a table shows at most: beyond them the question has to be narrowed. */
export const rowsMax = 5000
/** As many as the service gives at once. */
export const pageRows = 200

type Page = { snapshot: { number: number }; total: number; next: string | null }

/** All pages of a list as one. `ask` gets where to go on and, after the first page, the snapshot that it came from. */
export async function readAllRows<P extends Page, R>(
  ask: (page: { limit: number; cursor?: string }, snapshot: number | null) => Promise<P>,
  rowsOf: (page: P) => readonly R[],
): Promise<{ first: P; rows: R[] }> {
  const first = await ask({ limit: pageRows }, null)
  const rows = [...rowsOf(first)]
  let { next } = first
  while (next !== null && rows.length < rowsMax) {
    // A commit in between must not put rows of other books beside these.
    const page = await ask({ limit: pageRows, cursor: next }, first.snapshot.number)
    rows.push(...rowsOf(page))
    next = page.next
  }
  return { first, rows: rows.slice(0, rowsMax) }
}
