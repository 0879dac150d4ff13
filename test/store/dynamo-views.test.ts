import { expect, test } from 'vitest'
import { SavedViewId } from '../../functions/contract/saved-view.ts'
import { aView } from '../support/a-view.ts'
import { uploadId } from '../support/builders.ts'
import { openTestBooks } from '../support/table.ts'

test('a view is kept as it was saved, until it is removed', async () => {
  const { views } = await openTestBooks()
  const later = aView({ id: SavedViewId.parse(uploadId(86)), name: 'Autumn', shared: true, snapshot: 3 })
  await views.put(later)
  await views.put(aView())
  await views.put(aView())
  expect(await views.find(later.id)).toEqual(later)
  expect(await views.list()).toEqual([aView(), later])
  await views.remove(later.id)
  await views.remove(later.id)
  expect(await views.find(later.id)).toBeUndefined()
  expect(await views.list()).toEqual([aView()])
})

test('of two changes of what both have read, one is made', async () => {
  const { views } = await openTestBooks()
  await views.put(aView())
  const written = await views.update(aView({ name: 'Summer' }))
  expect(written).toEqual(aView({ name: 'Summer', version: 1 }))
  await expect(views.update(aView({ name: 'Winter' }))).rejects.toMatchObject({ code: 'conflict' })
  expect(await views.find(aView().id)).toEqual(written)
})

test('a change of what is deleted meanwhile does not bring it back', async () => {
  const { views } = await openTestBooks()
  await expect(views.update(aView())).rejects.toMatchObject({ code: 'conflict' })
  expect(await views.list()).toEqual([])
})
