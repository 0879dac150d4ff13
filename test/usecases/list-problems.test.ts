import { expect, test } from 'vitest'
import { limits } from '../../functions/contract/limits.ts'
import { listProblems } from '../../functions/usecases/list-problems.ts'
import { driveBooks } from './drive-books.ts'

const header = 'date,campaign,creator,amount,currency\n'
const long = 'x'.repeat(limits.textCharsMax + 1)
const twoProblems = `2026-03-14,${long},${long},1.00,USD\n`

test('all problems are counted, also several of one line', async () => {
  const { books, upload } = await driveBooks()
  const { id, rows } = await upload({ file: `${header}${twoProblems}never,Spring,@anna,1.00,USD\n` })
  const { problems, total } = await listProblems({ books }, { id, limit: 100 })
  expect(problems.map(({ line }) => line)).toEqual([2, 2, 3])
  expect([total, rows.problems]).toEqual([3, 2])
})

test('those beyond what is listed are counted too', async () => {
  const { books, upload } = await driveBooks()
  const lines = limits.problemsListedMax / 2 + 10
  const { id, rows } = await upload({ file: header + twoProblems.repeat(lines) })
  const { problems, total, next } = await listProblems({ books }, { id, limit: 10 })
  expect([problems.length, total, rows.problems]).toEqual([10, 2 * lines, lines])
  expect(next).not.toBeNull()
})

test.each([
  ['one line', [2]],
  ['every line', [2, 3]],
])('a file of which %s is excluded says that nothing is left to load', async (_, exclude) => {
  const { upload, problems, commit, check } = await driveBooks()
  const file = header + '2026-03-14,Spring,@anna,1.00,USD\n'.repeat(exclude.length)
  const rejected = await upload({ file, options: { exclude } })
  expect(rejected).toMatchObject({ state: 'rejected', rows: { problems: 1, excluded: exclude.length } })
  expect(await problems(rejected)).toMatchObject([
    { line: 0, code: 'no-rows-left', message: expect.stringContaining('Exclude fewer lines') },
  ])
  await expect(commit(rejected)).rejects.toMatchObject({ code: 'upload-has-problems' })
  expect(await check(rejected.id)).toMatchObject({ state: 'ready', rows: { problems: 0 } })
})

test('of an upload that was not checked there are none', async () => {
  const { books, send } = await driveBooks()
  const answer = await listProblems({ books }, { id: await send({ file: header }), limit: 10 })
  expect(answer).toEqual({ problems: [], total: 0, causes: [], beyond: 0, next: null })
})

test('the first page has the causes of all problems, also of both passes over a file', async () => {
  const { books, upload } = await driveBooks()
  const unrated = '2026-03-14,Spring,@anna,1.00,EUR\n'.repeat(40)
  const options = { rowPolicy: 'valid' as const }
  const { id } = await upload({ file: `${header}2026-03-14,Spring,@anna,1.00,USD\n${unrated}${twoProblems}`, options })
  const { causes, beyond, total, next } = await listProblems({ books }, { id, limit: 10 })
  expect(causes.map(({ code, found, problems }) => [code, found, problems])[0]).toEqual([
    'no-rate',
    'EUR on 2026-03-14',
    40,
  ])
  expect([causes.length, beyond, total]).toEqual([3, 0, 42])
  expect(await listProblems({ books }, { id, limit: 10, cursor: next as string })).toMatchObject({ causes: [], total })
})
