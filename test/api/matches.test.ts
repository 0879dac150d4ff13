import { beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from './test-app.ts'

let service: TestApp
beforeAll(async () => {
  service = await openTestApp()
})

test('empty books suggest nothing', async () => {
  const response = await service.call('GET', '/matches?of=campaign')
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({ suggestions: [], total: 0, next: null })
})

test.each([
  '/matches?of=brand',
  '/matches?minConfidence=2',
  '/matches?snapshot=0&preview=a.b',
  '/matches/names?lacking=money',
  '/matches/names?cursor=x',
])('%s is no question', async (path) => {
  expect((await service.call('GET', path)).status).toBe(400)
})

test.each([
  [{ of: 'creator' }, 400],
  [{ of: 'creator', accept: [{ alias: 'a', name: 'b' }] }, 400],
  [{ of: 'creator', refuse: [['0123456789ab', '0123456789ac']] }, 404],
  [{ of: 'creator', unmerge: Array.from({ length: 1001 }, () => '0123456789ab') }, 400],
])('decisions that cannot be: %#', async (body, status) => {
  expect((await service.call('POST', '/matches/decisions', body)).status).toBe(status)
})
