import type { WorkspaceId } from '../../functions/contract/ids.ts'
import { booksIn } from '../../functions/store/open-books.ts'
import type { Books } from '../../functions/store/ports.ts'
import { testTable } from '../support/table.ts'

/** The same books as another process would open them: nothing is in memory. */
export async function openUncached(workspace: WorkspaceId): Promise<Books> {
  const { client, name } = await testTable()
  return booksIn(client, name)(workspace)
}
