import { beforeEach, expect, test } from 'vitest'
import { aMapping } from '../support/a-mapping.ts'
import { uploadId } from '../support/builders.ts'
import { openTestApp, type TestApp } from './test-app.ts'

let service: TestApp
const { id } = aMapping()
beforeEach(async () => {
  service = await openTestApp()
  await service.books.mappings.create(aMapping())
})

const statusOf = async (method: string, path: string, body?: unknown) => (await service.call(method, path, body)).status

test('mappings are listed, shown, renamed and forgotten', async () => {
  expect(await (await service.call('GET', '/mappings')).json()).toMatchObject({ mappings: [{ id, version: 1 }] })
  const renamed = await service.call('PUT', `/mappings/${id}`, { version: 1, name: ' Ledger ' })
  expect(await renamed.json()).toMatchObject({ name: 'Ledger', version: 2, updatedBy: 'finance@example.com' })
  expect(await (await service.call('GET', `/mappings/${id}`)).json()).toMatchObject({ name: 'Ledger' })
  expect(await (await service.call('DELETE', `/mappings/${id}`)).json()).toMatchObject({ id })
  expect(await statusOf('GET', `/mappings/${id}`)).toBe(404)
})

test('of a version that is not the last one nothing is edited', async () => {
  expect(await statusOf('PUT', `/mappings/${id}`, { version: 2, name: 'Ledger' })).toBe(409)
})

test.each([
  ['PUT', { version: 1, name: ' ' }, 400],
  ['PUT', { version: 1, columns: ['nothing'] }, 400],
  ['PUT', { name: 'Ledger' }, 400],
])('%s %j is refused', async (method, body, status) => {
  expect(await statusOf(method, `/mappings/${id}`, body)).toBe(status)
})

test('what does not exist cannot be shown, saved or forgotten', async () => {
  expect(await statusOf('GET', `/mappings/${uploadId(1)}`)).toBe(404)
  expect(await statusOf('DELETE', `/mappings/${uploadId(1)}`)).toBe(404)
  expect(await statusOf('POST', '/mappings', { upload: uploadId(1), name: 'Ledger' })).toBe(404)
})
