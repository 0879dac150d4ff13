import { expect, test } from 'vitest'
import type { FilterChoices } from '../../functions/contract/books.ts'
import { labelOf, toggleFilter } from '../../web/src/app/filter-values.ts'
import { filterValues } from '../../web/src/app/list-filter-values.ts'
import { matchPath } from '../../web/src/state/router.ts'
import { defaultView } from '../../web/src/state/view.ts'
import { nextIndex } from '../../web/src/ui/next-index.ts'

test('a path fits its pattern part by part', () => {
  expect(matchPath('/campaigns/:id', '/campaigns/a%20b')).toEqual({ id: 'a b' })
  expect(matchPath('/campaigns', '/campaigns/')).toEqual({})
  expect(matchPath('/', '/')).toEqual({})
  expect(matchPath('/campaigns/:id', '/campaigns')).toBeNull()
  expect(matchPath('/campaigns/:id', '/campaigns/a/b')).toBeNull()
  expect(matchPath('/campaigns/:id', '/campaigns/%E0%A4%A')).toEqual({ id: '%E0%A4%A' })
})

const choices = {
  campaign: [{ id: '0123456789ab', name: 'Spring' }],
  brand: [],
  platform: ['instagram'],
  niche: [],
  region: [],
  objective: ['sales'],
} as unknown as FilterChoices

test('a campaign is filtered by its id and read by its name', () => {
  expect(filterValues(defaultView, choices).campaign).toEqual([{ value: '0123456789ab', label: 'Spring' }])
  expect(labelOf('objective', 'sales', choices)).toBe('Sales')
})

test('a value that these books do not know can still be taken away', () => {
  const view = { ...defaultView, platform: ['myspace'] }
  expect(filterValues(view, choices).platform.map(({ value }) => value)).toEqual(['instagram', 'myspace'])
  expect(toggleFilter(view, 'platform', 'myspace')).toEqual({ platform: [] })
  expect(toggleFilter(view, 'platform', 'instagram')).toEqual({ platform: ['myspace', 'instagram'] })
})

test('arrows go round a menu, Home and End to its ends, other keys nowhere', () => {
  expect(['ArrowDown', 'ArrowUp', 'Home', 'End', 'a'].map((key) => nextIndex(key, 2, 3))).toEqual([0, 1, 0, 2, null])
  expect(nextIndex('ArrowDown', -1, 3)).toBe(0)
  expect(nextIndex('ArrowDown', 0, 0)).toBeNull()
})
