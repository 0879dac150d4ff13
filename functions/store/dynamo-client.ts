import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'

/** Requests that one process has in flight at once. */
export const requestsMax = 8

const common: DynamoDBClientConfig = {
  retryMode: 'standard',
  // Refused at once, six tries give up within a second or two; never answered, after little more than half a minute.
  maxAttempts: 6,
  requestHandler: {
    connectionTimeout: 3000,
    requestTimeout: 6000,
    throwOnRequestTimeout: true,
    httpsAgent: { keepAlive: true, maxSockets: 64 },
    httpAgent: { keepAlive: true, maxSockets: 64 },
  },
}

/**
 * The table in AWS: region and credentials come from the environment.
 * @public
 */
export function dynamoClient(): DynamoDBClient {
  return new DynamoDBClient(common)
}

/** A DynamoDB-compatible server that checks no credentials. */
export function localDynamoClient(endpoint: string): DynamoDBClient {
  return new DynamoDBClient({
    ...common,
    endpoint,
    // Some local servers keep tables apart by region and key id: always the same ones.
    region: 'eu-west-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
}
