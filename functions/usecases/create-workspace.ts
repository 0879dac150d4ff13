import type { Settings } from '../contract/books-change.ts'
import type { Books } from '../store/ports.ts'

/** Opens empty books: snapshot 0 with the settings. A repeat changes nothing. */
export async function createWorkspace(
  deps: { books: Pick<Books, 'ledger'>; now: () => string; newKey: () => string },
  settings: Settings,
): Promise<void> {
  try {
    await deps.books.ledger.create({ nameKey: deps.newKey(), settings, at: deps.now(), by: 'system' })
  } catch (error) {
    // Another process opened them first.
    if (!(await deps.books.ledger.head())) throw error
  }
}
