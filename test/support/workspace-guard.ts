import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { WorkspaceId } from '../../functions/contract/ids.ts'

/** Makes a client throw, before anything is sent, on a request that names a key of another workspace, or none at all. */
export function guardWorkspace(client: DynamoDBClient, workspace: WorkspaceId): void {
  const root = `W#${workspace}`
  client.middlewareStack.add(
    (next, context) => (args) => {
      const partitions = strings(args.input).filter((text) => text.startsWith('W#'))
      const foreign = partitions.filter((text) => text !== root && !text.startsWith(`${root}#`))
      if (foreign.length > 0) throw new Error(`${context.commandName} of ${workspace} names ${foreign[0]}`)
      if (partitions.length === 0) throw new Error(`${context.commandName} of ${workspace} names no key of it`)
      return next(args)
    },
    { step: 'build', name: 'guardWorkspace' },
  )
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return []
  return Object.values(value).flatMap(strings)
}
