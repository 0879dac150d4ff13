import { Hono } from 'hono'
import * as z from 'zod'
import { CodedError } from '../../contract/problem.ts'
import { Actor, Role } from '../../identity/ports.ts'
import type { ApiEnv } from '../api-env.ts'
import { declareRoute } from '../declare-route.ts'

export const DevSession = z.object({ token: z.string(), name: Actor.shape.name, role: Role })
export type DevSession = z.infer<typeof DevSession>

/** Makes a bearer token for whoever asks: for a laptop, where there is no sign-in to prove who that is. */
export type DevSessions = { issue(actor: Actor, hours: number): Promise<string> }

const sessionHours = 12
/** Names that no resolver but the machine's own answers for: a page of elsewhere cannot be behind them. */
const ownHost = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/

/** Mounted in local mode only, where the embedded identity signs tokens that no other service accepts. */
export const localRoutes = (sessions: DevSessions) =>
  new Hono<ApiEnv>().post(
    '/api/local/session',
    declareRoute({
      id: 'openLocalSession',
      tag: 'Start',
      summary: 'A session for development, on this machine only',
      description:
        'Answers only pages of this very service at 127.0.0.1 or localhost. Elsewhere there is no such path.',
      roles: 'public',
      body: z.object({ role: Role }),
      answers: { 200: { description: 'Who you are now.', type: 'application/json', schema: DevSession } },
      problems: ['forbidden'],
    }),
    async (c) => {
      requireOwnPage(c.req.header('host'), c.req.header('origin'), c.req.header('sec-fetch-site'))
      const { role } = c.req.valid('json')
      const name = `${role}@localhost`
      const token = await sessions.issue({ name, role }, sessionHours)
      c.header('Cache-Control', 'no-store')
      return c.json(DevSession.parse({ token, name, role }), 200)
    },
  )

/** `Host` refuses names that were pointed at this machine (DNS rebinding), `Origin` refuses other sites' pages. */
function requireOwnPage(host: string | undefined, origin: string | undefined, site: string | undefined): void {
  const own = host !== undefined && ownHost.test(host) && origin === `http://${host}`
  if (own && (site === undefined || site === 'same-origin')) return
  throw new CodedError('forbidden', 'Only the pages of this service on this machine may open a development session.')
}
