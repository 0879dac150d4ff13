import { setTimeout as sleep } from 'node:timers/promises'
import {
  CreateTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  ResourceInUseException,
  UpdateContinuousBackupsCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb'
import { translateStorageError } from './storage-error.ts'

/** Makes the table if it is not there; a repeat completes what a crash left undone. */
export async function createTable(
  client: DynamoDBClient,
  name: string,
  options: {
    deletionProtection: boolean
    /** Local servers know no point-in-time recovery; nothing else may do without. */
    withoutRecovery?: boolean
  },
): Promise<void> {
  try {
    await createIfMissing(client, name, options.deletionProtection)
    await expireByTtl(client, name)
    if (options.withoutRecovery !== true) {
      await client.send(
        new UpdateContinuousBackupsCommand({
          TableName: name,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        }),
      )
    }
  } catch (error) {
    throw translateStorageError(error)
  }
}

async function createIfMissing(client: DynamoDBClient, name: string, deletionProtection: boolean): Promise<void> {
  try {
    await client.send(
      new CreateTableCommand({
        TableName: name,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [
          { AttributeName: 'pk', AttributeType: 'S' },
          { AttributeName: 'sk', AttributeType: 'S' },
        ],
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        DeletionProtectionEnabled: deletionProtection,
      }),
    )
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error
  }
  for (let waitMs = 10; ; waitMs = Math.min(2000, waitMs * 2)) {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }))
    if (Table?.TableStatus === 'ACTIVE') return
    await sleep(waitMs)
  }
}

async function expireByTtl(client: DynamoDBClient, name: string): Promise<void> {
  if (await expires(client, name)) return
  try {
    await client.send(
      new UpdateTimeToLiveCommand({
        TableName: name,
        TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
      }),
    )
  } catch (error) {
    // Asking for what is so already is an error, and another process may just have asked for it.
    if (!(await expires(client, name))) throw error
  }
}

async function expires(client: DynamoDBClient, name: string): Promise<boolean> {
  const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName: name }))
  return ['ENABLED', 'ENABLING'].includes(TimeToLiveDescription?.TimeToLiveStatus ?? '')
}
