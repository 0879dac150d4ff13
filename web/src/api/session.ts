import { hc } from 'hono/client'
import type { LocalAppType } from '../../../functions/api/app.ts'
import { ApiProblem, readProblem } from './api-problem.ts'
import { reach } from './reach.ts'

export type Role = 'executive' | 'finance' | 'admin'
export const roles: readonly Role[] = ['executive', 'finance', 'admin']

export type Session = { token: string; name: string; role: Role }

const place = 'tierwise.session'
const changed = new EventTarget()
let session: Session | undefined = readKept()
let opening: Promise<Session> | undefined

export function currentSession(): Session | undefined {
  return session
}

export function onSession(listener: () => void): () => void {
  changed.addEventListener('change', listener)
  return () => changed.removeEventListener('change', listener)
}

/** Opens a session once, however many requests wait for it. */
export function requireSession(): Promise<Session> {
  if (session) return Promise.resolve(session)
  opening ??= openSession('admin').finally(() => {
    opening = undefined
  })
  return opening
}

/** A development session; the service offers it on a laptop only. */
export async function openSession(role: Role): Promise<Session> {
  const response = await hc<LocalAppType>(location.origin, { fetch: reach }).api.local.session.$post({ json: { role } })
  if (!response.ok) {
    const problem = await readProblem(response)
    throw problem.code === 'not-found' ? new ApiProblem('no-sign-in', { status: 404 }) : problem
  }
  keep(await response.json())
  return session as Session
}

/** The token proves nobody any more: the next request opens a session of the same role. */
export async function renewSession(refused: string): Promise<Session> {
  if (session && session.token !== refused) return session
  opening ??= openSession(session?.role ?? 'admin').finally(() => {
    opening = undefined
  })
  return opening
}

function keep(next: Session): void {
  const other = session?.role !== next.role
  session = next
  try {
    sessionStorage.setItem(place, JSON.stringify(next))
  } catch {
    // Storage is blocked: the session lasts as long as the page.
  }
  if (other) changed.dispatchEvent(new Event('change'))
}

function readKept(): Session | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(place) ?? 'null') as Partial<Session> | null
    const { token, name, role } = kept ?? {}
    return token && name && role && roles.includes(role) ? { token, name, role } : undefined
  } catch {
    return undefined
  }
}
