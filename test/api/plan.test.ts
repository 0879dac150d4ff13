import { beforeAll, expect, test } from 'vitest'
import { Plan } from '../../functions/contract/plan.ts'
import { openTestApp, type TestApp } from './test-app.ts'

let service: TestApp
beforeAll(async () => {
  service = await openTestApp()
})

const ask = (query: string, role: 'executive' | 'finance' = 'executive', headers = {}) =>
  service.call('GET', `/plan?${query}`, undefined, { role, headers })

test('empty books answer with what they lack', async () => {
  const response = await ask('budgetMinor=500000&goal=revenue&campaigns=3&months=2')
  expect(response.status).toBe(200)
  const plan = Plan.parse(await response.json())
  expect(plan).toMatchObject({
    snapshot: { number: 0 },
    verdict: 'not_enough_data',
    query: { budgetMinor: 500000, goal: 'revenue', campaigns: 3, months: 2 },
  })
  expect(plan.reasons.map(({ code }) => code)).toContain('few-cells')
})

test('who holds the answer is told so', async () => {
  const etag = (await ask('budgetMinor=1')).headers.get('ETag') ?? ''
  expect((await ask('budgetMinor=1', 'executive', { 'If-None-Match': etag })).status).toBe(304)
  expect((await ask('budgetMinor=2', 'executive', { 'If-None-Match': etag })).status).toBe(200)
})

test.each([
  ['budgetMinor=0', 'budgetMinor'],
  ['budgetMinor=12.5', 'budgetMinor'],
  ['goal=fame', 'goal'],
  ['campaigns=0', 'campaigns'],
  ['months=100', 'months'],
  ['from=2026-02-01&to=2026-01-01', 'from'],
  ['snapshot=1&preview=x.y', 'preview'],
  ['tier=micro', 'tier'],
])('%s is refused, and the answer says where', async (query, place) => {
  const response = await ask(query)
  expect(response.status).toBe(400)
  expect(JSON.stringify(await response.json())).toContain(place)
})

test('a plan of single creators is for finance and admin', async () => {
  expect((await ask('creator=@anna')).status).toBe(403)
  expect((await ask('creator=@anna', 'finance')).status).toBe(200)
})
