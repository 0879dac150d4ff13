import { expect, test } from 'vitest'
import { limits } from '../../functions/contract/limits.ts'
import { NewSavedView, SavedViewId } from '../../functions/contract/saved-view.ts'
import { changeView } from '../../functions/usecases/change-view.ts'
import { listViews } from '../../functions/usecases/list-views.ts'
import { saveView } from '../../functions/usecases/save-view.ts'
import { aView } from '../support/a-view.ts'
import { uploadId } from '../support/builders.ts'
import { driveBooks } from './drive-books.ts'

const anna = { name: 'anna@example.com', isAdmin: false }
const ben = { name: 'ben@example.com', isAdmin: false }
const now = () => '2026-07-01T00:00:00.000Z'
const idAt = (n: number) => SavedViewId.parse(uploadId(1000 + n))

async function keeper() {
  const { books } = await driveBooks()
  let n = 0
  const newId = () => idAt(n++)
  const save = (name: string, shared: boolean, reader = anna) =>
    saveView({ books, now, newId }, NewSavedView.parse({ name, path: '/', shared }), reader)
  return { books, save }
}

test('two people may each have a view of one name, until both would be shared', async () => {
  const { books, save } = await keeper()
  await save('Spring', true)
  await expect(save('spring ', true, ben)).rejects.toMatchObject({ code: 'conflict' })
  await expect(save('Spring', false, ben)).rejects.toMatchObject({ code: 'conflict' })
  await save('Mine', false)
  const { id } = await save('Mine', false, ben)
  await changeView({ books }, id, { shared: true }, ben)
  expect((await listViews({ books }, anna)).map(({ name, savedBy }) => [name, savedBy])).toEqual([
    ['Mine', anna.name],
    ['Mine', ben.name],
    ['Spring', anna.name],
  ])
  await expect(save('mine', true)).rejects.toMatchObject({ code: 'conflict' })
})

test('a view keeps its own name while it is renamed or shared', async () => {
  const { books, save } = await keeper()
  const { id } = await save('Spring', false)
  expect(await changeView({ books }, id, { name: 'SPRING', shared: true }, anna)).toMatchObject({
    name: 'SPRING',
    shared: true,
  })
})

test('one person keeps no more than the limit, and a workspace neither', async () => {
  const { books, save } = await keeper()
  for (let n = 0; n < limits.viewsOfOneMax; n++) await books.views.put(aView({ id: idAt(5000 + n), name: `View ${n}` }))
  await expect(save('One more', false)).rejects.toMatchObject({ code: 'too-many-views' })
  await save('Of another', false, ben)
  for (let n = 0; n < limits.viewsMax; n++)
    await books.views.put(aView({ id: idAt(9000 + n), name: `Other ${n}`, savedBy: `p${n}@example.com` }))
  await expect(save('One more', false, ben)).rejects.toMatchObject({ code: 'too-many-views' })
})
