import { CodedError } from '../contract/problem.ts'
import type { SnapshotRecord } from '../domain/ledger/snapshot.ts'
import type { Books, Head } from '../store/ports.ts'

/** The newest snapshot. Throws `not-found` where the workspace has no books. */
export async function readHead(books: Pick<Books, 'ledger'>): Promise<{ head: Head; snapshot: SnapshotRecord }> {
  const head = await books.ledger.head()
  const snapshot = head && (await books.ledger.snapshot(head.snapshot))
  if (!head || !snapshot) throw new CodedError('not-found', 'There is no such workspace.')
  return { head, snapshot }
}
