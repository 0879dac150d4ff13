import { expect, test } from 'vitest'
import { anInstant } from '../support/builders.ts'
import { openTestBooks } from '../support/table.ts'

const [a, b, c] = ['00000000000a', '00000000000b', '00000000000c'] as const
const by = 'finance@example.com'

test('a pair is refused once, whichever is named first, by whoever says so last', async () => {
  const { refusals } = await openTestBooks()
  await refusals.put([{ of: 'creator', names: [b, a], by, at: anInstant }])
  await refusals.put([{ of: 'creator', names: [a, b], by: 'admin@example.com', at: anInstant }])
  expect(await refusals.list('creator')).toEqual([
    { of: 'creator', names: [a, b], by: 'admin@example.com', at: anInstant },
  ])
})

test('creators and campaigns are refused apart, and a refusal is taken back', async () => {
  const { refusals } = await openTestBooks()
  await refusals.put([
    { of: 'creator', names: [a, b], by, at: anInstant },
    { of: 'creator', names: [a, c], by, at: anInstant },
    { of: 'campaign', names: [a, b], by, at: anInstant },
  ])
  await refusals.remove([
    { of: 'creator', names: [b, a] },
    { of: 'creator', names: [b, c] },
  ])
  expect((await refusals.list('creator')).map(({ names }) => names)).toEqual([[a, c]])
  expect(await refusals.list('campaign')).toHaveLength(1)
})

test('more than one batch is kept and taken back whole', async () => {
  const { refusals } = await openTestBooks()
  const pairs = Array.from({ length: 60 }, (_, at) => ({
    of: 'creator' as const,
    names: [a, String(at).padStart(12, 'f')] as [string, string],
  }))
  await refusals.put(pairs.map((pair) => ({ ...pair, by, at: anInstant })))
  expect(await refusals.list('creator')).toHaveLength(60)
  await refusals.remove(pairs)
  expect(await refusals.list('creator')).toEqual([])
})
