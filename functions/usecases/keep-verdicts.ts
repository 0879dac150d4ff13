import { createHash } from 'node:crypto'
import type { Report, ReportQuery } from '../contract/report.ts'
import type { SnapshotBody } from '../domain/ledger/snapshot.ts'
import type { Books } from '../store/ports.ts'

/** What a report said when a month was closed, as far as it bears on whether the answer is stable. */
export type ToldVerdict = { verdict: Report['comparison']['verdict']; currency: string; tierRule: string }

export const verdictOf = ({ comparison, currency, tierRule }: Report): ToldVerdict => ({
  verdict: comparison.verdict,
  currency,
  tierRule: tierRule.sentence,
})

const verdictsKept = 2000
const kept = new WeakMap<Books, Map<string, ToldVerdict>>()

/**
 * What a question is answered by: closing a month changes none of it. A report over 5,000 creators takes long, and a verdict
 * may have held at many closes.
 */
const keyOf = ({ months, directory, settings }: SnapshotBody, query: ReportQuery): string =>
  createHash('sha256')
    .update(JSON.stringify([months, directory, settings, query]))
    .digest('base64url')

export function keptVerdict(books: Books, body: SnapshotBody, query: ReportQuery): ToldVerdict | undefined {
  return kept.get(books)?.get(keyOf(body, query))
}

export function keepVerdict(books: Books, body: SnapshotBody, query: ReportQuery, report: Report): ToldVerdict {
  const told = verdictOf(report)
  const verdicts = kept.get(books) ?? new Map<string, ToldVerdict>()
  kept.set(books, verdicts)
  verdicts.set(keyOf(body, query), told)
  const [oldest] = verdicts.keys()
  if (verdicts.size > verdictsKept && oldest !== undefined) verdicts.delete(oldest)
  return told
}
