import type { Closing, Mark } from '../../contract/books-change.ts'

/** Months that are closed, in order. */
export function closedMonths(closings: readonly Closing[]): string[] {
  return closings.filter(isClosed).map(({ month }) => month)
}

export function isClosed({ reopened }: Closing): boolean {
  return reopened === null
}

/** The closings as a commit leaves them: what it closes, opens and restates bears its mark. */
export function markClosings(
  closings: readonly Closing[],
  change: { closes: readonly string[]; reopens: readonly string[]; restated: readonly string[] },
  mark: Mark,
): Closing[] {
  const marked = new Map(closings.map((closing) => [closing.month, closing]))
  for (const month of change.restated) {
    const known = marked.get(month)
    if (known) marked.set(month, { ...known, restated: restate(known, mark) })
  }
  for (const month of change.reopens) {
    const known = marked.get(month)
    if (known) marked.set(month, { ...known, reopened: mark })
  }
  for (const month of change.closes) {
    const restated = marked.get(month)?.restated ?? null
    marked.set(month, { month, closed: mark, reopened: null, restated })
  }
  return [...marked.values()].sort((a, b) => (a.month < b.month ? -1 : 1))
}

/** What was changed while the month was open again was changed for the reason it was opened for. */
function restate({ reopened, restated }: Closing, mark: Mark): NonNullable<Closing['restated']> {
  return { ...mark, reason: mark.reason ?? reopened?.reason ?? null, times: (restated?.times ?? 0) + 1 }
}
