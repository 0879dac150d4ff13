import { expect, test } from 'vitest'
import type { MatchSuggestion } from '../../functions/contract/match.ts'
import { likelyKeys, toGroups } from '../../web/src/pages/matching/to-groups.ts'

const suggestion = (alias: string, name: string, confidence: number) =>
  ({ alias: { id: alias }, name: { id: name }, confidence }) as unknown as MatchSuggestion
const list = [
  suggestion('a', 'x', 0.5),
  suggestion('a', 'y', 0.9),
  suggestion('b', 'x', 0.7),
  suggestion('c', 'z', 0.4),
]

test('what one name may be stands together, in the order of the list', () => {
  expect(toGroups(list).map(({ alias, suggestions }) => [alias.id, suggestions.length])).toEqual([
    ['a', 2],
    ['b', 1],
    ['c', 1],
  ])
})

test('of each name the likeliest alone is selected, from the confidence on', () => {
  expect(likelyKeys(list, 0.6)).toEqual(['a y', 'b x'])
})
