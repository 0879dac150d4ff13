import { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { type DescribedRoute, describeRoutes } from '../../functions/api/describe-routes.ts'
import { Role } from '../../functions/identity/ports.ts'
import { uploadId } from '../support/builders.ts'
import { openTestApp, type TestApp } from './test-app.ts'

let service: TestApp
let routes: DescribedRoute[]
beforeAll(async () => {
  service = await openTestApp()
  routes = describeRoutes(service.app.routes)
})

const all = ['executive', 'finance', 'admin']
const money = ['finance', 'admin']
const expected: Record<string, string[] | 'public'> = {
  'GET /api/health': 'public',
  'GET /api/openapi.json': 'public',
  'GET /api/docs': 'public',
  'GET /api/docs.css': 'public',
  'GET /api/templates/:kind': 'public',
  'POST /api/w/:workspace/uploads': money,
  'GET /api/w/:workspace/uploads': money,
  'GET /api/w/:workspace/uploads/:id': money,
  'GET /api/w/:workspace/uploads/:id/problems': money,
  'GET /api/w/:workspace/uploads/:id/options': money,
  'GET /api/w/:workspace/uploads/:id/lines': money,
  'GET /api/w/:workspace/uploads/:id/patches': money,
  'GET /api/w/:workspace/uploads/:id/reading': money,
  'GET /api/w/:workspace/uploads/:id/rows': money,
  'GET /api/w/:workspace/uploads/:id/totals': money,
  'PUT /api/w/:workspace/uploads/:id/parts/:part': money,
  'GET /api/w/:workspace/uploads/:id/parts/:part': money,
  'POST /api/w/:workspace/uploads/:id/check': money,
  'POST /api/w/:workspace/uploads/:id/preview': money,
  'POST /api/w/:workspace/uploads/:id/commit': money,
  'POST /api/w/:workspace/uploads/:id/revert': money,
  'POST /api/w/:workspace/uploads/:id/cancel': money,
  'GET /api/w/:workspace/mappings': money,
  'POST /api/w/:workspace/mappings': money,
  'GET /api/w/:workspace/mappings/:id': money,
  'PUT /api/w/:workspace/mappings/:id': money,
  'DELETE /api/w/:workspace/mappings/:id': money,
  'GET /api/w/:workspace/report': all,
  'GET /api/w/:workspace/plan': all,
  'GET /api/w/:workspace/scenarios': all,
  'POST /api/w/:workspace/scenarios': all,
  'GET /api/w/:workspace/scenarios/:id': all,
  'DELETE /api/w/:workspace/scenarios/:id': all,
  'GET /api/w/:workspace/views': all,
  'POST /api/w/:workspace/views': all,
  'PATCH /api/w/:workspace/views/:id': all,
  'DELETE /api/w/:workspace/views/:id': all,
  'GET /api/w/:workspace/claims': all,
  'GET /api/w/:workspace/creators': money,
  'GET /api/w/:workspace/campaigns': money,
  'GET /api/w/:workspace/books': all,
  'POST /api/w/:workspace/sample/remove': money,
  'GET /api/w/:workspace/snapshots': all,
  'GET /api/w/:workspace/snapshots/:n/diff/:m': all,
  'POST /api/w/:workspace/verify': money,
  'GET /api/w/:workspace/trial-balance': money,
  'GET /api/w/:workspace/trial-balance.csv': money,
  'GET /api/w/:workspace/months': money,
  'GET /api/w/:workspace/settings': money,
  'POST /api/w/:workspace/changes': money,
  'GET /api/w/:workspace/changes': money,
  'GET /api/w/:workspace/changes/:id': money,
  'POST /api/w/:workspace/changes/:id/commit': ['admin'],
  'POST /api/w/:workspace/changes/:id/cancel': money,
  'GET /api/w/:workspace/vettings': money,
  'GET /api/w/:workspace/creators/:id': money,
  'GET /api/w/:workspace/creators/:id/posts': money,
  'GET /api/w/:workspace/creators/:id/vetting': money,
  'POST /api/w/:workspace/creators/:id/notes': money,
  'DELETE /api/w/:workspace/creators/:id/notes/:note': money,
  'PUT /api/w/:workspace/creators/:id/shortlist': money,
  'GET /api/w/:workspace/shortlist.csv': money,
  'GET /api/w/:workspace/matches': money,
  'GET /api/w/:workspace/matches/names': money,
  'GET /api/w/:workspace/matches/merged': money,
  'GET /api/w/:workspace/matches/refused': money,
  'GET /api/w/:workspace/matches/gain': money,
  'POST /api/w/:workspace/matches/decisions': money,
}

test('the app serves these routes to these roles, and no others', () => {
  expect(Object.fromEntries(routes.map(({ method, path, spec }) => [`${method} ${path}`, spec.roles]))).toEqual(
    expected,
  )
})

test('each role is let in where the policy names it, and refused everywhere else', async () => {
  for (const { method, path, spec } of routes) {
    for (const role of [...Role.options, 'nobody'] as const) {
      const status = await statusFor(method, path, role)
      const allowed = spec.roles === 'public' || (spec.roles as readonly string[]).includes(role)
      const where = `${method} ${path} as ${role}`
      if (allowed) expect([401, 403], where).not.toContain(status)
      else expect(status, where).toBe(role === 'nobody' ? 401 : 403)
    }
  }
})

async function statusFor(method: string, path: string, role: string): Promise<number> {
  const filled = path
    .replace(':workspace', service.workspace)
    .replace(':id', uploadId(99))
    .replace(':kind', 'spend')
    .replace(/:(part|n|m)/g, '1')
  const headers = role === 'nobody' ? {} : { Authorization: `Bearer ${role}` }
  const response = await service.app.request(filled, { method, headers })
  await response.text()
  return response.status
}

test('a route without a declaration does not start', () => {
  const undeclared = new Hono().get('/open', (c) => c.text('everybody'))
  expect(() => describeRoutes(undeclared.routes)).toThrow('GET /open declares no policy')
})

test('an unknown workspace is not told from one that does not exist, nor opened', async () => {
  const response = await service.app.request('/api/w/elsewhere/report', { headers: { Authorization: 'Bearer admin' } })
  expect(response.status).toBe(404)
  expect(await response.json()).toMatchObject({ code: 'not-found' })
})
