import { beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from './test-app.ts'

let service: TestApp
beforeAll(async () => {
  service = await openTestApp()
})

test('a report of single creators is for finance and admin', async () => {
  for (const role of ['finance', 'admin'] as const) {
    const response = await service.call('GET', '/report?creator=@anna&creator=@bob', undefined, { role })
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ query: { creator: ['@anna', '@bob'] } })
  }
})

test('it is withheld from executives, also from those who hold an answer', async () => {
  const headers = { 'If-None-Match': '*' }
  const response = await service.call('GET', '/report?creator=@anna', undefined, { role: 'executive', headers })
  expect(response.status).toBe(403)
  expect(await response.json()).toMatchObject({ code: 'forbidden' })
  expect((await service.call('GET', '/report', undefined, { role: 'executive' })).status).toBe(200)
})
