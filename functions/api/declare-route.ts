import type { MiddlewareHandler } from 'hono'
import * as z from 'zod'
import { CodedError, type ProblemCode } from '../contract/problem.ts'
import type { Role } from '../identity/ports.ts'
import type { ApiEnv } from './api-env.ts'
import { readJson, readParameters } from './read-input.ts'

export type Answer = {
  description: string
  /** Absent: the answer has no body. */
  type?: string
  schema?: z.ZodType
  headers?: Record<string, string>
}

type InputSchema = z.ZodObject | undefined

/** What a route is, said once: who may call it, what it reads and what it answers. The API's description is made of it. */
export type RouteSpec<
  P extends InputSchema = InputSchema,
  Q extends InputSchema = InputSchema,
  B extends InputSchema = InputSchema,
> = {
  id: string
  tag: 'Start' | 'Reports' | 'Views' | 'Uploads' | 'Books' | 'Creators' | 'Who is who'
  summary: string
  description?: string
  roles: readonly Role[] | 'public'
  path?: P
  query?: Q
  body?: B
  /** A body that is not JSON. */
  rawBody?: { type: string; description: string }
  /** Request headers that it heeds. */
  headers?: Record<string, string>
  answers: Partial<Record<200 | 201 | 202 | 304, Answer>>
  problems?: readonly ProblemCode[]
}

type Nothing = Record<never, never>

type RouteInput<P extends InputSchema, Q extends InputSchema, B extends InputSchema> = {
  in: (P extends z.ZodObject ? { param: Record<keyof z.input<P>, string> } : Nothing) &
    (Q extends z.ZodObject ? { query: z.input<Q> } : Nothing) &
    (B extends z.ZodObject ? { json: z.input<B> } : Nothing)
  out: (P extends z.ZodObject ? { param: z.output<P> } : Nothing) &
    (Q extends z.ZodObject ? { query: z.output<Q> } : Nothing) &
    (B extends z.ZodObject ? { json: z.output<B> } : Nothing)
}

const declared = new WeakMap<object, RouteSpec>()
const noQuery = z.object({})

/**
 * The first handler of every route: lets in whom its policy names, then reads path, query and body by their schemas.
 * A route without it does not start (`describeRoutes`).
 */
export function declareRoute<
  P extends InputSchema = undefined,
  Q extends InputSchema = undefined,
  B extends InputSchema = undefined,
>(spec: RouteSpec<P, Q, B>): MiddlewareHandler<ApiEnv, string, RouteInput<P, Q, B>, never> {
  const handler: MiddlewareHandler<ApiEnv, string, RouteInput<P, Q, B>, never> = async (c, next) => {
    if (spec.roles !== 'public') requireRole(spec.roles, c.get('actor'))
    if (spec.path) c.req.addValidatedData('param', readParameters('path', spec.path, pathOf(spec.path, c.req.param())))
    c.req.addValidatedData('query', readParameters('query', spec.query ?? noQuery, c.req.queries()))
    if (spec.body) c.req.addValidatedData('json', await readJson(spec.body, c.req.raw))
    await next()
  }
  declared.set(handler, spec)
  return handler
}

export function specOf(handler: object): RouteSpec | undefined {
  return declared.get(handler)
}

function requireRole(roles: readonly Role[], actor: { role: Role } | undefined): void {
  if (!actor) throw new Error('a route with a policy is mounted where nobody is authenticated')
  if (roles.includes(actor.role)) return
  throw new CodedError('forbidden', `This needs the role ${roles.join(' or ')}; yours is ${actor.role}.`)
}

/** Only what the route itself declares: `:workspace` is read where the workspace is opened. */
function pathOf(schema: z.ZodObject, params: Record<string, string>): Record<string, string[]> {
  const names = Object.keys(schema.shape)
  return Object.fromEntries(names.map((name) => [name, [params[name] ?? '']]))
}
