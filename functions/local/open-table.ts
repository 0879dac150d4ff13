import { join } from 'node:path'
import { createTable } from '../store/create-table.ts'
import { localDynamoClient } from '../store/dynamo-client.ts'
import type { Environment } from './environment.ts'
import { lockFolder } from './lock-folder.ts'
import { startTableServer } from './table-server.ts'
import type { Log } from './write-log.ts'

/** The table, made if it is missing, in the given server or in our own. */
export async function openTable(environment: Environment, tableName: string, log: Log) {
  const { endpoint, stop } = await openServer(environment, log)
  const client = localDynamoClient(endpoint)
  try {
    await createTable(client, tableName, { deletionProtection: false, withoutRecovery: true })
  } catch (error) {
    await stop()
    throw error
  }
  return { client, stop }
}

/** The given table server, or our own: its folder is then ours alone. */
async function openServer(
  environment: Environment,
  log: Log,
): Promise<{ endpoint: string; stop: () => Promise<void> }> {
  const given = environment.DYNAMODB_ENDPOINT
  if (given !== undefined) return { endpoint: given, stop: async () => {} }
  const unlock = await lockFolder(environment.DATA_DIR)
  try {
    const server = await startTableServer({ dir: join(environment.DATA_DIR, 'table') })
    server.died.then(() =>
      log({ level: 'error', message: 'The embedded table server has ended. Stop Tierwise and start it again.' }),
    )
    return { endpoint: server.endpoint, stop: () => server.stop().finally(unlock) }
  } catch (error) {
    await unlock()
    throw error
  }
}
