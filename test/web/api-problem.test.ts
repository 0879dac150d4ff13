import { expect, test } from 'vitest'
import { ApiProblem, readProblem, toProblem } from '../../web/src/api/api-problem.ts'

const problemJson = (body: unknown, status: number) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/problem+json' } })

test('problem details keep their code, words and id', async () => {
  const details = { type: 't', title: 'T', status: 500, code: 'internal', detail: 'D', id: 'abc' }
  const problem = await readProblem(problemJson(details, 500))
  expect(problem).toMatchObject({ code: 'internal', title: 'T', message: 'D', status: 500, id: 'abc' })
})

test('what no service of ours wrote is unreadable, whatever it says', async () => {
  expect((await readProblem(new Response('<h1>502</h1>', { status: 502 }))).code).toBe('unreadable')
  expect((await readProblem(problemJson('{', 502))).code).toBe('unreadable')
  expect((await readProblem(problemJson({ code: 7 }, 400))).code).toBe('unreadable')
})

test('a refused token is told from a broken answer', async () => {
  expect((await readProblem(new Response('', { status: 401 }))).code).toBe('unauthorized')
})

test('no connection is no bug', () => {
  expect(toProblem(new TypeError('Failed to fetch')).code).toBe('offline')
  expect(toProblem(new Error('x is undefined')).code).toBe('internal')
  const known = new ApiProblem('conflict')
  expect(toProblem(known)).toBe(known)
})
