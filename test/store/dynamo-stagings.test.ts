import { expect, test } from 'vitest'
import { aPreview, stagingId, uploadId } from '../support/builders.ts'
import { openTestBooks } from '../support/table.ts'

const upload = uploadId(1)

test('places add up, and each upload has its own', async () => {
  const { stagings } = await openTestBooks()
  await stagings.note(upload, stagingId(1), [])
  await stagings.note(upload, stagingId(1), ['MONTH#2026-04', 'DIRECTORY'])
  await stagings.note(upload, stagingId(1), ['MONTH#2026-04', 'MONTH#2026-03'])
  await stagings.note(upload, stagingId(2), ['MONTH#2026-05'])
  await stagings.note(uploadId(2), stagingId(3), ['MONTH#2026-06'])
  expect(await stagings.list(upload)).toEqual([
    { staging: stagingId(1), places: ['DIRECTORY', 'MONTH#2026-03', 'MONTH#2026-04'], committed: false },
    { staging: stagingId(2), places: ['MONTH#2026-05'], committed: false },
  ])
})

test('a forgotten staging leaves neither preview nor problems, and its neighbour stays', async () => {
  const { stagings, ledger, problems } = await openTestBooks()
  const preview = aPreview()
  const problem = { line: 1, column: 'a', found: 'b', expected: 'c', code: 'd', message: 'e' }
  for (const staging of [stagingId(1), stagingId(2)]) {
    await stagings.note(upload, staging, ['DIRECTORY'])
    await ledger.putPreview(upload, staging, preview)
    await problems.put(upload, staging, [problem])
  }
  await stagings.forget(upload, stagingId(1))
  await stagings.forget(upload, stagingId(1))
  expect((await stagings.list(upload)).map(({ staging }) => staging)).toEqual([stagingId(2)])
  expect(await ledger.preview(upload, stagingId(1))).toBeUndefined()
  expect(await ledger.preview(upload, stagingId(2))).toEqual(preview)
  expect((await problems.list(upload, stagingId(1), { limit: 10 })).items).toEqual([])
  expect((await problems.list(upload, stagingId(2), { limit: 10 })).items).toEqual([problem])
})

test('a staging of which the problems are kept loses its preview and the places that were swept, no others', async () => {
  const { stagings, ledger, problems } = await openTestBooks()
  const problem = { line: 1, column: 'a', found: 'b', expected: 'c', code: 'd', message: 'e' }
  await stagings.note(upload, stagingId(1), ['DIRECTORY', 'MONTH#2026-03'])
  await ledger.putPreview(upload, stagingId(1), aPreview())
  await problems.put(upload, stagingId(1), [problem])
  await stagings.keepProblems(upload, stagingId(1), ['DIRECTORY'])
  expect(await stagings.list(upload)).toEqual([{ staging: stagingId(1), places: ['MONTH#2026-03'], committed: false }])
  await stagings.keepProblems(upload, stagingId(1), ['MONTH#2026-03'])
  expect(await stagings.list(upload)).toEqual([{ staging: stagingId(1), places: [], committed: false }])
  expect(await ledger.preview(upload, stagingId(1))).toBeUndefined()
  expect((await problems.list(upload, stagingId(1), { limit: 10 })).items).toEqual([problem])
})
