import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { WorkspaceId } from '../contract/ids.ts'
import { limits } from '../contract/limits.ts'
import { type Backoff, realBackoff } from './backoff.ts'
import { ByteCache } from './byte-cache.ts'
import { dynamoChunks } from './dynamo-chunks.ts'
import { dynamoLedger } from './dynamo-ledger.ts'
import { dynamoMappings } from './dynamo-mappings.ts'
import { dynamoNames } from './dynamo-names.ts'
import { dynamoParts } from './dynamo-parts.ts'
import { dynamoProblems } from './dynamo-problems.ts'
import { dynamoChanges, dynamoUploads } from './dynamo-records.ts'
import { dynamoRefusals } from './dynamo-refusals.ts'
import { dynamoScenarios } from './dynamo-scenarios.ts'
import { dynamoStagings } from './dynamo-stagings.ts'
import { dynamoVettings } from './dynamo-vettings.ts'
import { dynamoViews } from './dynamo-views.ts'
import { booksKeys } from './keys.ts'
import type { Books, OpenBooks } from './ports.ts'
import { openTable } from './table.ts'

/** The books in one table, the same object for the same workspace. What was read of blocks and rollups is kept once for all workspaces of this process. */
export function booksIn(client: DynamoDBClient, tableName: string, backoff: Backoff = realBackoff): OpenBooks {
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } })
  const table = openTable(documents, tableName, backoff)
  const cache = new ByteCache(limits.chunkBytesCachedMax)
  const opened = new Map<WorkspaceId, Books>()
  return (workspace) => {
    const known = opened.get(workspace)
    if (known) return known
    const keys = booksKeys(workspace)
    const books: Books = {
      ledger: dynamoLedger(table, keys),
      uploads: dynamoUploads(table, keys),
      changes: dynamoChanges(table, keys),
      parts: dynamoParts(table, keys),
      problems: dynamoProblems(table, keys),
      names: dynamoNames(table, keys),
      chunks: dynamoChunks(table, keys, cache),
      stagings: dynamoStagings(table, keys),
      refusals: dynamoRefusals(table, keys),
      mappings: dynamoMappings(table, keys),
      scenarios: dynamoScenarios(table, keys),
      vettings: dynamoVettings(table, keys),
      views: dynamoViews(table, keys),
    }
    opened.set(workspace, books)
    return books
  }
}
