import { beforeEach, expect, test } from 'vitest'
import { Scenario, ScenarioPlan } from '../../functions/contract/scenario.ts'
import { openTestApp, type TestApp } from './test-app.ts'

type Role = 'executive' | 'finance' | 'admin'

let service: TestApp
beforeEach(async () => {
  service = await openTestApp()
})

const save = (name: string, query: object = { budgetMinor: 100_000 }, role: Role = 'finance') =>
  service.call('POST', '/scenarios', { name, query }, { role })
const saved = async (...of: Parameters<typeof save>) => Scenario.parse(await (await save(...of)).json())
const names = async (role: Role = 'finance') => {
  const { scenarios } = (await (await service.call('GET', '/scenarios', undefined, { role })).json()) as {
    scenarios: Scenario[]
  }
  return scenarios.map(({ name, deletable }) => [name, deletable])
}

test('a plan is saved with the newest snapshot, and opened as the question that it was', async () => {
  const { id, query } = await saved('Spring', { budgetMinor: 100_000, campaigns: 3, platform: ['tiktok'] })
  expect(query).toMatchObject({ budgetMinor: 100_000, campaigns: 3, months: 1, platform: ['tiktok'], snapshot: 0 })
  const { scenario, plan } = ScenarioPlan.parse(await (await service.call('GET', `/scenarios/${id}`)).json())
  expect(scenario).toMatchObject({ name: 'Spring', savedBy: 'finance@example.com' })
  expect(plan).toMatchObject({ snapshot: { number: 0 }, query: { budgetMinor: 100_000, campaigns: 3 } })
})

test('everybody saves and reads, its maker or an admin deletes', async () => {
  const { id } = await saved('Mine', {}, 'executive')
  await save('Other', {}, 'finance')
  expect(await names('executive')).toEqual([
    ['Mine', true],
    ['Other', false],
  ])
  expect(await names('admin')).toEqual([
    ['Mine', true],
    ['Other', true],
  ])
  const remove = (role: Role) => service.call('DELETE', `/scenarios/${id}`, undefined, { role })
  expect((await remove('finance')).status).toBe(403)
  expect((await remove('executive')).status).toBe(200)
  expect((await remove('executive')).status).toBe(404)
  expect(await names()).toEqual([['Other', true]])
})

test('a name is used once, however it is written', async () => {
  expect((await save('Spring')).status).toBe(201)
  const second = await save(' spring ')
  expect(second.status).toBe(409)
  expect(await second.json()).toMatchObject({
    code: 'conflict',
    detail: expect.stringContaining('Choose another name'),
  })
})

test.each([
  ['no name', { name: ' ', query: {} }, 'name'],
  ['a preview, which is gone one day', { name: 'A', query: { preview: 'x.y' } }, 'preview'],
  ['what no plan is asked by', { name: 'A', query: { tier: ['micro'] } }, 'tier'],
  ['days the wrong way round', { name: 'A', query: { from: '2026-02-01', to: '2026-01-01' } }, 'from'],
  ['a budget of nothing', { name: 'A', query: { budgetMinor: 0 } }, 'budgetMinor'],
])('%s is refused, and the answer says where', async (_, body, place) => {
  const response = await service.call('POST', '/scenarios', body)
  expect(response.status).toBe(400)
  expect(JSON.stringify(await response.json())).toContain(place)
})

test('a snapshot that never was is not found', async () => {
  expect((await save('A', { snapshot: 99 })).status).toBe(404)
  expect((await service.call('GET', `/scenarios/${'0'.repeat(26)}`)).status).toBe(404)
})

test('a plan of single creators is neither saved nor opened by executives', async () => {
  expect((await save('A', { creator: ['@anna'] }, 'executive')).status).toBe(403)
  const { id } = await saved('A', { creator: ['@anna'] })
  expect((await service.call('GET', `/scenarios/${id}`, undefined, { role: 'executive' })).status).toBe(403)
})

test('a question too long for what is kept is refused with its length', async () => {
  const long = Array.from({ length: 100 }, (_, i) => `${i}${'€'.repeat(290)}`)
  const answer = await save('Long', { brand: long, platform: long, niche: long, region: long, campaign: long })
  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain('name fewer')
})
