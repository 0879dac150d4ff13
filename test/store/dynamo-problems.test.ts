import { expect, test } from 'vitest'
import type { Problem } from '../../functions/contract/problem.ts'
import type { Books } from '../../functions/store/ports.ts'
import { stagingId, uploadId } from '../support/builders.ts'
import { openTestBooks } from '../support/table.ts'

const staging = stagingId(1)

function problems(count: number): Problem[] {
  return Array.from({ length: count }, (_, n) => ({
    line: n + 2,
    column: 'amount',
    found: 'ß'.repeat(300),
    expected: 'a number',
    code: 'not-a-number',
    message: 'm'.repeat(300),
  }))
}

async function lines({ problems }: Books, limit: number): Promise<number[][]> {
  const pages: number[][] = []
  let cursor: string | null = null
  do {
    const page = await problems.list(uploadId(1), staging, { limit, ...(cursor === null ? {} : { cursor }) })
    pages.push(page.items.map((problem) => problem.line))
    cursor = page.next
  } while (cursor !== null)
  return pages
}

test.each([7, 25, 60, 200, 1000])(
  'a thousand problems are listed %i at a time, each once and in order',
  async (limit) => {
    const books = await openTestBooks()
    await books.problems.put(uploadId(1), staging, problems(1000))
    const pages = await lines(books, limit)
    expect(pages).toHaveLength(Math.ceil(1000 / limit))
    expect(pages.flat()).toEqual(problems(1000).map((problem) => problem.line))
  },
)

test('what stood under the staging is replaced, also by less', async () => {
  const books = await openTestBooks()
  await books.problems.put(uploadId(1), staging, problems(80))
  await books.problems.put(uploadId(1), staging, problems(26))
  expect((await lines(books, 200)).flat()).toHaveLength(26)
  await books.problems.put(uploadId(1), staging, [])
  expect(await lines(books, 200)).toEqual([[]])
})

test('more problems than are listed are refused', async () => {
  const books = await openTestBooks()
  await expect(books.problems.put(uploadId(1), staging, problems(1001))).rejects.toThrow(/1001/)
})

test('causes stand beside the problems, in order, are replaced with them and removed with them', async () => {
  const books = await openTestBooks()
  const causes = Array.from({ length: 100 }, (_, n) => {
    const lines = Array.from({ length: 50 }, (_, at) => ({ line: at, found: 'ß'.repeat(80) }))
    return {
      code: `c${n}`,
      column: 'amount',
      found: null,
      expected: 'e',
      message: 'ß'.repeat(1000),
      problems: n,
      lines,
    }
  })
  await books.problems.put(uploadId(1), staging, problems(30), causes)
  expect(await books.problems.causes(uploadId(1), staging)).toEqual(causes)
  expect((await lines(books, 200)).flat()).toHaveLength(30)
  await books.problems.put(uploadId(1), staging, problems(30), causes.slice(0, 11))
  expect(await books.problems.causes(uploadId(1), staging)).toEqual(causes.slice(0, 11))
  await books.stagings.forget(uploadId(1), staging)
  expect(await books.problems.causes(uploadId(1), staging)).toEqual([])
})
