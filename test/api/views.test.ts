import { beforeEach, expect, test } from 'vitest'
import { SavedView, SavedViewList } from '../../functions/contract/saved-view.ts'
import { openTestApp, type TestApp } from './test-app.ts'

type Role = 'executive' | 'finance' | 'admin'

let service: TestApp
beforeEach(async () => {
  service = await openTestApp()
})

const save = (body: object, role: Role = 'finance') =>
  service.call('POST', '/views', { name: 'Spring', path: '/', ...body }, { role })
const saved = async (...of: Parameters<typeof save>) => SavedView.parse(await (await save(...of)).json())
const names = async (role: Role) => {
  const answer = await service.call('GET', '/views', undefined, { role })
  return SavedViewList.parse(await answer.json()).views.map(({ name, changeable }) => [name, changeable])
}
const change = (id: string, body: object, role: Role) => service.call('PATCH', `/views/${id}`, body, { role })
const remove = (id: string, role: Role) => service.call('DELETE', `/views/${id}`, undefined, { role })

test('a view is a page with what its address asks, following the books or pinned to a state of them', async () => {
  const search = 'from=2026-03-01&to=2026-05-31&platform=tiktok&sort=spend'
  expect(await saved({ path: '/campaigns', search })).toMatchObject({
    path: '/campaigns',
    search,
    snapshot: null,
    shared: false,
    savedBy: 'finance@example.com',
    changeable: true,
  })
  expect(await saved({ name: 'Pinned', snapshot: 0 })).toMatchObject({ search: '', snapshot: 0 })
  expect((await save({ name: 'Never was', snapshot: 99 })).status).toBe(404)
})

test('what is shared is seen by everybody, what is not by its maker alone', async () => {
  await saved({ name: 'Shared', shared: true })
  await saved({ name: 'Own' })
  expect(await names('finance')).toEqual([
    ['Own', true],
    ['Shared', true],
  ])
  expect(await names('executive')).toEqual([['Shared', false]])
  expect(await names('admin')).toEqual([['Shared', true]])
})

test('its maker or an admin renames and deletes it; what one may not see is not there', async () => {
  const shared = await saved({ name: 'Shared', shared: true })
  const own = await saved({ name: 'Own' })
  expect((await change(shared.id, { name: 'New' }, 'executive')).status).toBe(403)
  expect((await remove(shared.id, 'executive')).status).toBe(403)
  expect((await change(own.id, { name: 'New' }, 'admin')).status).toBe(404)
  expect((await remove(own.id, 'executive')).status).toBe(404)
  expect(await (await change(shared.id, { name: 'New' }, 'admin')).json()).toMatchObject({
    name: 'New',
    savedBy: 'finance@example.com',
  })
  expect((await change(shared.id, { shared: false }, 'finance')).status).toBe(200)
  expect(await names('executive')).toEqual([])
  expect((await remove(own.id, 'finance')).status).toBe(200)
  expect((await remove(own.id, 'finance')).status).toBe(404)
  expect(await names('finance')).toEqual([['New', true]])
})

test('a name is used once, however it is written', async () => {
  expect((await save({})).status).toBe(201)
  const second = await save({ name: ' spring ' })
  expect(second.status).toBe(409)
  expect(await second.json()).toMatchObject({
    code: 'conflict',
    detail: expect.stringContaining('Choose another name'),
  })
})

test.each([
  ['no name', { name: ' ' }, 'name'],
  ['a preview, which is gone one day', { search: 'preview=a.b' }, 'Commit it'],
  ['a snapshot in the search', { search: 'from=2026-01-01&snapshot=3' }, 'beside the search'],
  ['a workspace in the search', { search: 'workspace=other' }, 'workspace'],
  ['another site', { path: '//evil.example' }, 'path'],
  ['another site, with its protocol', { path: 'https://evil.example' }, 'path'],
  ['a path of the API', { path: '/api/w/main/report' }, 'path'],
  ['a search with its question mark', { search: '?from=2026-01-01' }, 'search'],
  ['what no view has', { colour: 'red' }, 'colour'],
])('%s is refused, and the answer says where', async (_, body, place) => {
  const response = await save(body)
  expect(response.status).toBe(400)
  expect(JSON.stringify(await response.json())).toContain(place)
})

test('a change of nothing, or of what a view shows, is refused', async () => {
  const { id } = await saved({})
  expect((await change(id, {}, 'finance')).status).toBe(400)
  expect((await change(id, { search: 'from=2026-01-01' }, 'finance')).status).toBe(400)
})
