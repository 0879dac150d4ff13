import { beforeAll, expect, test } from 'vitest'
import type { LogEntry } from '../../functions/api/api-env.ts'
import { createApp } from '../../functions/api/app.ts'
import { CodedError, ProblemDetails } from '../../functions/contract/problem.ts'
import { uploadId } from '../support/builders.ts'
import { testTable } from '../support/table.ts'
import { openTestApp, roleNameIdentity, type TestApp } from './test-app.ts'

let service: TestApp
beforeAll(async () => {
  service = await openTestApp()
})

async function problemOf(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(response.headers.get('cache-control')).toBe('no-store')
  const problem = ProblemDetails.parse(await response.json())
  expect(problem.status).toBe(response.status)
  expect(problem.type).toBe(`/api/docs#problem-${problem.code}`)
  return problem
}

const where = (problem: ProblemDetails) => problem.issues?.map((issue) => issue.where)

test('a path that does not exist is a problem', async () => {
  expect(await problemOf(await service.app.request('/api/nothing'))).toMatchObject({ status: 404, code: 'not-found' })
  expect(await problemOf(await service.call('GET', '/nothing'))).toMatchObject({ status: 404, code: 'not-found' })
})

test('without a token the answer says how to send one', async () => {
  const response = await service.call('GET', '/report', undefined, { role: 'nobody' })
  expect(response.headers.get('www-authenticate')).toBe('Bearer')
  expect(await problemOf(response)).toMatchObject({ status: 401, code: 'unauthorized' })
})

test.each([
  ['an unknown parameter', 'form=2026-01-01', ['query.form']],
  ['a day that is none', 'from=2026-02-30', ['query.from']],
  ['an unknown tier among known ones', 'tier=micro&tier=huge', ['query.tier.1']],
  ['a number that is none', 'snapshot=newest', ['query.snapshot']],
  ['a parameter given twice', 'from=2026-01-01&from=2026-02-01', ['query.from']],
  ['a range that ends before it starts', 'from=2026-02-01&to=2026-01-01', ['query.from']],
  ['half a comparison', 'compareFrom=2026-01-01', ['query.compareTo']],
  ['a snapshot and a preview', 'snapshot=1&preview=x', ['query.preview']],
])('a report refuses %s and names it', async (_, query, named) => {
  const problem = await problemOf(await service.call('GET', `/report?${query}`))
  expect(problem).toMatchObject({ status: 400, code: 'invalid-request' })
  expect(where(problem)).toEqual(named)
})

test.each([
  ['/uploads', 'next'],
  ['/snapshots', 'x'],
  [`/uploads/${uploadId(1)}/problems`, '-1'],
])('a cursor of %s that no page gave is refused', async (path, cursor) => {
  expect(where(await problemOf(await service.call('GET', `${path}?cursor=${cursor}`)))).toEqual(['query.cursor'])
})

test('an issue says what was expected and what was found', async () => {
  const problem = await problemOf(
    await service.call('POST', '/uploads', { kind: 'spent', filename: 'a.csv', bytes: 'x' }),
  )
  expect(problem.issues).toEqual([
    { where: 'body.kind', message: expect.stringMatching(/expected one of "spend".*found "spent"/) },
    { where: 'body.bytes', message: 'invalid input: expected number, received string; found "x"' },
  ])
})

test.each([
  ['not JSON', '{"kind":', 'body'],
  ['another field', JSON.stringify({ kind: 'spend', filename: 'a.csv', bytes: 1, rowpolicy: 'all' }), 'body.rowpolicy'],
  ['a list', '[]', 'body'],
])('a body that is %s is refused', async (_, body, named) => {
  const problem = await problemOf(await service.call('POST', '/uploads', body))
  expect(problem.code).toBe('invalid-request')
  expect(where(problem)).toContain(named)
})

test('a JSON body beyond its bound is refused while it is read', async () => {
  const problem = await problemOf(await service.call('POST', '/uploads', ' '.repeat(1_000_001)))
  expect(problem.detail).toContain('1000000 bytes')
})

test('what was not foreseen keeps its text in the log', async () => {
  const { status, text, logged } = await failWith(new Error('password of the table'))
  expect(status).toBe(500)
  expect(text).not.toContain('password')
  const { id, code } = ProblemDetails.parse(JSON.parse(text))
  expect(code).toBe('internal')
  expect(logged).toMatchObject([{ level: 'error', id, error: expect.stringContaining('password of the table') }])
})

test('storage that does not answer is a 503 that says when to try again', async () => {
  const { status, text, logged, headers } = await failWith(new CodedError('storage-unavailable', 'Try later.'))
  expect(status).toBe(503)
  expect(headers.get('retry-after')).toBe('5')
  expect(JSON.parse(text)).toMatchObject({ code: 'storage-unavailable', detail: 'Try later.' })
  expect(logged).toMatchObject([{ level: 'warn', id: JSON.parse(text).id }])
})

test('a refusal has an id too, which the log has with what was asked and without its text', async () => {
  const { status, text, logged } = await failWith(new CodedError('not-found', 'There is no upload of @anna.'))
  expect(status).toBe(404)
  const { id } = ProblemDetails.parse(JSON.parse(text))
  expect(logged).toEqual([
    { level: 'info', message: 'a request was refused', id, request: 'GET /api/w/main/report', code: 'not-found' },
  ])
})

test('each answer has an id of its own', async () => {
  const ask = async () => (await problemOf(await service.call('GET', '/nothing'))).id
  expect(await ask()).not.toBe(await ask())
})

async function failWith(error: Error) {
  const logged: LogEntry[] = []
  const { openBooks } = await testTable()
  const fail = async () => {
    throw error
  }
  const app = createApp({
    openBooks,
    workspaces: fail,
    identity: roleNameIdentity,
    queue: { send: async () => {} },
    now: () => '',
    newId: () => {
      throw new Error('no id is asked for')
    },
    log: (entry) => logged.push(entry),
  })
  const response = await app.request('/api/w/main/report', { headers: { Authorization: 'Bearer admin' } })
  return { status: response.status, text: await response.text(), headers: response.headers, logged }
}
