import { beforeAll, expect, test } from 'vitest'
import { Claims } from '../../functions/contract/claims.ts'
import { openTestApp, type TestApp } from './test-app.ts'

let service: TestApp
beforeAll(async () => {
  service = await openTestApp()
})

test('executives read claims, but none of single creators', async () => {
  const response = await service.call('GET', '/claims', undefined, { role: 'executive' })
  expect(response.status).toBe(200)
  expect(Claims.parse(await response.json()).claims).toHaveLength(6)
  const single = await service.call('GET', '/claims?creator=@anna', undefined, { role: 'executive' })
  expect(single.status).toBe(403)
  expect(await single.json()).toMatchObject({ code: 'forbidden' })
})

test('whoever holds the claims is told that nothing has changed', async () => {
  const first = await service.call('GET', '/claims?tier=micro&tier=macro')
  expect(first.headers.get('cache-control')).toBe('private, no-cache')
  const headers = { 'If-None-Match': first.headers.get('etag') ?? '' }
  const again = await service.call('GET', '/claims?tier=macro&tier=micro', undefined, { headers })
  expect(again.status).toBe(304)
  const report = await service.call('GET', '/report?tier=micro&tier=macro', undefined, { headers })
  expect(report.status).toBe(200)
})

test('a query that a report refuses is refused in the same words', async () => {
  const [claims, report] = await Promise.all(
    ['/claims', '/report'].map(async (path) => (await service.call('GET', `${path}?from=2026-02-30`)).json()),
  )
  expect(claims).toMatchObject({ code: 'invalid-request' })
  expect((claims as { detail: string }).detail).toBe((report as { detail: string }).detail)
})
