import { CodedError } from '../contract/problem.ts'

const sentence =
  'The storage of the books does not answer. What was committed is safe, nothing was committed in part, and the step ' +
  'can be repeated: try again in a minute. If it stays so, check that the table exists, that its disk is not full, and ' +
  'that the network and the credentials reach it.'

const names = new Set([
  'AccessDeniedException',
  'CredentialsProviderError',
  'ExpiredTokenException',
  'IncompleteSignatureException',
  'InternalServerError',
  'InvalidSignatureException',
  'ItemCollectionSizeLimitExceededException',
  'MissingAuthenticationTokenException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ResourceNotFoundException',
  'ServiceUnavailable',
  'ThrottlingException',
  'TimeoutError',
  'TransactionInProgressException',
  'UnrecognizedClientException',
])

const networkCodes = /^(E(CONN|NOTFOUND|PIPE|HOST|NET|AI_|TIMEDOUT|PROTO)|ERR_(SSL|TLS|STREAM|HTTP2))/

/** The table is gone, full, busy or out of reach, after the SDK's own retries. */
export function storageUnavailable(cause: unknown): CodedError {
  return new CodedError('storage-unavailable', sentence, { cause })
}

/** Turns what is wrong with the storage into `storage-unavailable`; lost conditions and our own bugs pass through. */
export function translateStorageError(error: unknown): unknown {
  return isUnavailable(error) ? storageUnavailable(error) : error
}

function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (names.has(error.name)) return true
  if ('code' in error && typeof error.code === 'string' && networkCodes.test(error.code)) return true
  const status = metadataStatus(error)
  return status !== undefined && status >= 500
}

function metadataStatus(error: Error): number | undefined {
  if (!('$metadata' in error) || typeof error.$metadata !== 'object' || error.$metadata === null) return undefined
  const metadata = error.$metadata
  if (!('httpStatusCode' in metadata) || typeof metadata.httpStatusCode !== 'number') return undefined
  return metadata.httpStatusCode
}
