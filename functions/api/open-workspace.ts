import { createMiddleware } from 'hono/factory'
import { WorkspaceId } from '../contract/ids.ts'
import { CodedError } from '../contract/problem.ts'
import type { ApiDeps, ApiEnv } from './api-env.ts'

/** Says who asks, then opens the books of the workspace in the path, and no others. */
export function openWorkspace(deps: Pick<ApiDeps, 'identity' | 'workspaces' | 'openBooks'>) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    const actor = await deps.identity.authenticate(bearerOf(c.req.header('authorization')))
    if (!actor) {
      throw new CodedError('unauthorized', 'Send a valid token as "Authorization: Bearer …". It may have expired.')
    }
    const named = c.req.param('workspace')
    const workspace = WorkspaceId.safeParse(named)
    if (!workspace.success || !(await deps.workspaces(workspace.data))) {
      throw new CodedError('not-found', `There is no workspace "${named}".`)
    }
    c.set('actor', actor)
    c.set('workspace', workspace.data)
    c.set('books', deps.openBooks(workspace.data))
    await next()
  })
}

function bearerOf(header: string | undefined): string | undefined {
  return header?.match(/^Bearer +([\w.~+/-]+=*)$/i)?.[1]
}
