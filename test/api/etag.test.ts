import { beforeAll, expect, test } from 'vitest'
import { toEtag } from '../../functions/api/answer-cached.ts'
import { openTestApp, type TestApp } from './test-app.ts'

let service: TestApp
beforeAll(async () => {
  service = await openTestApp()
})

const asked = {
  workspace: 'main',
  role: 'finance',
  list: 'report',
  books: 3,
  query: { basis: 'period', tier: ['micro'] },
} as const

test.each([
  ['another workspace', { ...asked, workspace: 'other' }],
  ['another role', { ...asked, role: 'executive' as const }],
  ['another snapshot', { ...asked, books: 4 }],
  ['another query', { ...asked, query: { ...asked.query, basis: 'campaign' } }],
  ['another list', { ...asked, list: 'creators' }],
])('the ETag differs for %s', (_, other) => {
  expect(toEtag(other)).not.toBe(toEtag(asked))
})

test('the ETag is the same however the same question is written', () => {
  const one = { ...asked, query: { tier: ['micro', 'macro'], basis: 'period', from: undefined } }
  const other = { ...asked, query: { basis: 'period', tier: ['macro', 'micro', 'micro'], snapshot: 3 } }
  expect(toEtag(one)).toBe(toEtag(other))
})

test('whoever holds the answer is told that nothing has changed', async () => {
  const first = await service.call('GET', '/report')
  expect(first.status).toBe(200)
  expect(first.headers.get('cache-control')).toBe('private, no-cache')
  const etag = first.headers.get('etag') ?? ''
  const again = await service.call('GET', '/report?snapshot=0', undefined, {
    headers: { 'If-None-Match': `"x", W/${etag}` },
  })
  expect(again.status).toBe(304)
  expect(again.headers.get('etag')).toBe(etag)
  expect(await again.text()).toBe('')
})

test('two reads of one report are the same bytes', async () => {
  const read = async () => (await service.call('GET', '/report?tier=micro&tier=macro')).text()
  expect(await read()).toBe(await read())
})
