import { WorkspaceId } from '../../functions/contract/ids.ts'
import { startTableServer } from '../../functions/local/table-server.ts'
import { createTable } from '../../functions/store/create-table.ts'
import { localDynamoClient } from '../../functions/store/dynamo-client.ts'
import { booksIn } from '../../functions/store/open-books.ts'

// A process to be killed: it starts a table server, writes on and on, and prints what was acknowledged.
const [dir = ''] = process.argv.slice(2)
const server = await startTableServer({ dir })
const client = localDynamoClient(server.endpoint)
await createTable(client, 'books', { deletionProtection: true, withoutRecovery: true })
console.log(server.endpoint)
const { chunks } = booksIn(client, 'books')(WorkspaceId.parse('main'))
const write = async (writer: number) => {
  for (let n = 0; ; n++) {
    const key = `${writer}#${n}`
    await chunks.write([{ place: 'DIRECTORY', key, bytes: Buffer.from(key) }])
    console.log(key)
  }
}
await Promise.all([0, 1, 2, 3].map(write))
