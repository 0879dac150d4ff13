import { expect, test } from 'vitest'
import { entryOf, forgetAnswers, loadEntry } from '../../web/src/api/answer-store.ts'

/** What nobody looks at is forgotten whole. */
const look = (key: string) => entryOf(key).listeners.add(() => {})

test('what was asked under another role is not shown to this one, however late it comes', async () => {
  look('report')
  const { promise, resolve } = Promise.withResolvers<string>()
  const before = loadEntry('report', () => promise)
  forgetAnswers()
  const now = loadEntry('report', async () => 'what an executive may see')
  await now
  resolve('what an admin may see')
  await before
  expect(entryOf('report')).toMatchObject({ data: 'what an executive may see', pending: undefined })
})

test('nor does its failure end the question that is under way now', async () => {
  look('books')
  const { promise, reject } = Promise.withResolvers<string>()
  const before = loadEntry('books', () => promise)
  forgetAnswers()
  const next = Promise.withResolvers<string>()
  const now = loadEntry('books', () => next.promise)
  reject(new Error('forbidden'))
  await before
  expect(entryOf('books')).toMatchObject({ problem: undefined, pending: now })
  next.resolve('books')
  await now
  expect(entryOf('books').data).toBe('books')
})

test('equal questions share one request, and one that throws at once is a failure like any other', async () => {
  let asked = 0
  const load = () => {
    asked += 1
    throw new Error('no such route')
  }
  await Promise.all([loadEntry('same', load), loadEntry('same', load)])
  expect(asked).toBe(1)
  expect(entryOf('same').problem).toMatchObject({ code: 'internal', message: 'no such route' })
})
