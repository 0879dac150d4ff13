import { randomUUID } from 'node:crypto'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { inject } from 'vitest'
import { WorkspaceId } from '../../functions/contract/ids.ts'
import type { Backoff } from '../../functions/store/backoff.ts'
import { createTable } from '../../functions/store/create-table.ts'
import { localDynamoClient } from '../../functions/store/dynamo-client.ts'
import { booksIn } from '../../functions/store/open-books.ts'
import type { Books, OpenBooks } from '../../functions/store/ports.ts'

export type TestTable = { client: DynamoDBClient; name: string; openBooks: OpenBooks }

let made: Promise<TestTable> | undefined

/** The test file's own table, made on first use. */
export function testTable(): Promise<TestTable> {
  made ??= makeTable()
  return made
}

async function makeTable(): Promise<TestTable> {
  const client = testClient()
  const name = `test-${randomUUID()}`
  await createTable(client, name, { deletionProtection: false, withoutRecovery: true })
  return { client, name, openBooks: booksIn(client, name) }
}

/** A client of its own, for tests that put something between it and the table. */
export function testClient(): DynamoDBClient {
  return localDynamoClient(inject('tableEndpoint'))
}

export function freshWorkspace(): WorkspaceId {
  return WorkspaceId.parse(`t-${randomUUID().slice(0, 18)}`)
}

/** Empty books in a workspace that nobody else has, in the test file's table. */
export async function openTestBooks(): Promise<Books> {
  return (await testTable()).openBooks(freshWorkspace())
}

/** The same table through a client that the test may tamper with. */
export async function openTamperedBooks(
  tamper: (client: DynamoDBClient) => void,
  workspace: WorkspaceId = freshWorkspace(),
  backoff: Backoff = { sleep: async () => {}, random: () => 0.5 },
): Promise<Books> {
  const { name } = await testTable()
  const client = testClient()
  tamper(client)
  return booksIn(client, name, backoff)(workspace)
}
