import { beforeAll, expect, test } from 'vitest'
import { createApp } from '../../functions/api/app.ts'
import { describeRoutes } from '../../functions/api/describe-routes.ts'
import { openTestApp, roleNameIdentity, type TestApp } from './test-app.ts'

let elsewhere: TestApp
let laptop: ReturnType<typeof createApp>
beforeAll(async () => {
  elsewhere = await openTestApp()
  laptop = createApp({
    openBooks: () => elsewhere.books,
    workspaces: async () => true,
    identity: roleNameIdentity,
    devSessions: { issue: async ({ role }) => role },
    queue: { send: async () => {} },
    now: () => '2026-03-14T09:26:53.000Z',
    newId: () => {
      throw new Error('not used')
    },
    log: () => {},
  })
})

const own = { Host: '127.0.0.1:8787', Origin: 'http://127.0.0.1:8787', 'Sec-Fetch-Site': 'same-origin' }
const ask = (app: typeof laptop, headers: Record<string, string>, body: unknown = { role: 'finance' }) =>
  app.request('/api/local/session', { method: 'POST', headers, body: JSON.stringify(body) })

test('a page of this machine gets the session of a role', async () => {
  for (const host of ['127.0.0.1:8787', 'localhost:8787', 'localhost']) {
    const response = await ask(laptop, { ...own, Host: host, Origin: `http://${host}` })
    expect(await response.json()).toEqual({ token: 'finance', name: 'finance@localhost', role: 'finance' })
    expect(response.headers.get('cache-control')).toBe('no-store')
  }
})

test.each([
  ['another host name, pointed at this machine', { ...own, Host: 'evil.example', Origin: 'http://evil.example' }],
  ['a name that only begins so', { ...own, Host: '127.0.0.1.evil.example', Origin: 'http://127.0.0.1.evil.example' }],
  ['a page of another site', { ...own, Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }],
  ['a page of another port', { ...own, Origin: 'http://127.0.0.1:3000' }],
  ['a page that hides where it is from', { ...own, Origin: 'null' }],
  ['nobody’s page', { Host: '127.0.0.1:8787' }],
  ['a browser that says it is another site', { ...own, 'Sec-Fetch-Site': 'same-site' }],
])('refused: %s', async (_, headers) => {
  const response = await ask(laptop, headers)
  expect(response.status).toBe(403)
  expect(await response.json()).toMatchObject({ code: 'forbidden' })
})

test('a role that there is not is refused', async () => {
  expect((await ask(laptop, own, { role: 'owner' })).status).toBe(400)
})

test('outside local mode there is no such path, also in the description', async () => {
  expect((await ask(elsewhere.app, own)).status).toBe(404)
  const paths = (app: typeof laptop) => describeRoutes(app.routes).map(({ path }) => path)
  expect(paths(elsewhere.app)).not.toContain('/api/local/session')
  expect(paths(laptop)).toContain('/api/local/session')
})
