import { type ClientResponse, hc } from 'hono/client'
import type { AppType } from '../../../functions/api/app.ts'
import { ApiProblem, readProblem } from './api-problem.ts'
import { reach } from './reach.ts'
import { renewSession, requireSession } from './session.ts'

/**
 * Every request of the pages: says who asks, and asks once more where the session has ended. On its own it is for bytes
 * that the typed client does not carry: parts and downloads.
 */
export const fetchAsUser: typeof fetch = async (input, init) => {
  const { token } = await requireSession()
  const response = await send(input, init, token)
  if (response.status !== 401) return response
  return send(input, init, (await renewSession(token)).token)
}

function send(input: RequestInfo | URL, init: RequestInit | undefined, token: string): Promise<Response> {
  const headers = new Headers(init?.headers)
  headers.set('Authorization', `Bearer ${token}`)
  return reach(input, { ...init, headers })
}

/** The service's routes, typed. The browser's own cache holds answers by their ETag, so that a repeat costs a 304. */
export const api = hc<AppType>(globalThis.location?.origin ?? '', { fetch: fetchAsUser }).api.w[':workspace']

type Body<R> = R extends ClientResponse<infer T, 200 | 201 | 202, 'json'> ? T : never

/** The answer's JSON; throws an `ApiProblem` for every other outcome. */
export async function answerOf<R extends ClientResponse<unknown>>(pending: Promise<R>): Promise<Body<R>> {
  const response = await pending
  if (!response.ok) throw await readProblem(response as unknown as Response)
  try {
    return (await response.json()) as Body<R>
  } catch (error) {
    throw new ApiProblem('unreadable', { status: response.status, detail: String(error) })
  }
}
