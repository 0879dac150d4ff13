import { expect, test } from 'vitest'
import { aMapping } from '../support/a-mapping.ts'
import { anInstant, uploadId } from '../support/builders.ts'
import { openTestBooks } from '../support/table.ts'

test('a mapping is found by kind and shape, and each shape has one', async () => {
  const { mappings } = await openTestBooks()
  await mappings.create(aMapping())
  await expect(mappings.create(aMapping({ name: 'Another' }))).rejects.toMatchObject({ code: 'conflict' })
  await mappings.create(aMapping({ kind: 'results' }))
  expect(await mappings.find('spend', aMapping().shape)).toEqual(aMapping())
  expect(await mappings.find('spend', 'f')).toBeUndefined()
  expect(await mappings.list()).toHaveLength(2)
})

test('of two edits of one version, exactly one wins', async () => {
  const { mappings } = await openTestBooks()
  await mappings.create(aMapping())
  const edits = await Promise.allSettled(['A', 'B'].map((name) => mappings.update(aMapping({ name }))))
  expect(edits.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await mappings.find('spend', aMapping().shape)).toMatchObject({ version: 2 })
})

test('a use is noted without a new version, and nothing of what was forgotten', async () => {
  const { mappings } = await openTestBooks()
  const use = { at: anInstant, upload: uploadId(3) }
  await mappings.create(aMapping())
  await mappings.used(aMapping(), use)
  expect(await mappings.list()).toEqual([aMapping({ lastUsedAt: anInstant, lastUsedBy: uploadId(3) })])
  await mappings.remove(aMapping())
  await mappings.used(aMapping(), use)
  await expect(mappings.update(aMapping())).rejects.toMatchObject({ code: 'conflict' })
  expect(await mappings.list()).toEqual([])
})
