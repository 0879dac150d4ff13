import { expect, test, vi } from 'vitest'
import { ApiProblem, readProblem, toProblem } from '../../web/src/api/api-problem.ts'
import { reach } from '../../web/src/api/reach.ts'

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

test('only a request that got no answer is called out of reach, not a bug of ours', async () => {
  const none = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'))
  expect(toProblem(await reach('/').catch((error: unknown) => error)).code).toBe('offline')
  none.mockRestore()
  expect(toProblem(new TypeError('x is not a function')).code).toBe('internal')
  expect(toProblem(new Error('x is undefined')).code).toBe('internal')
  const known = new ApiProblem('conflict')
  expect(toProblem(known)).toBe(known)
})
