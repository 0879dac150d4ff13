import type { TestProject } from 'vitest/node'
import { startTableServer } from '../../functions/local/table-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    tableEndpoint: string
  }
}

/** One table server for a project's test files; `STORE_ENDPOINT` names another DynamoDB-compatible one to test against. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.STORE_ENDPOINT
  if (given !== undefined && given !== '') {
    project.provide('tableEndpoint', given)
    return undefined
  }
  const server = await startTableServer()
  project.provide('tableEndpoint', server.endpoint)
  return server.stop
}
