import { expect, test } from 'vitest'
import { savedHref, searchToSave } from '../../web/src/state/saved-place.ts'
import { readView } from '../../web/src/state/view-url.ts'

test('what is saved of an address is what it asks, without workspace and state of the books', () => {
  const search = '?workspace=acme&from=2026-03-01&platform=tiktok&platform=youtube&snapshot=4&sort=spend&v=1'
  expect(searchToSave(search)).toBe('from=2026-03-01&platform=tiktok&platform=youtube&sort=spend')
  expect(searchToSave('?preview=a.b')).toBe('')
})

test('a saved view leads to its page, at its snapshot or the newest', () => {
  const saved = { path: '/campaigns', search: 'platform=tiktok', snapshot: 4 }
  expect(savedHref(saved, 'main')).toBe('/campaigns?platform=tiktok&snapshot=4')
  expect(savedHref({ ...saved, snapshot: null }, 'acme')).toBe('/campaigns?platform=tiktok&workspace=acme')
  expect(savedHref({ path: '/', search: '', snapshot: null }, 'main')).toBe('/')
})

test('an address is the same view when it is opened again', () => {
  const search = '?from=2026-03-01&to=2026-05-31&campaign=Caf%C3%A9+%26+Co&tier=micro&basis=campaign'
  const href = savedHref({ path: '/', search: searchToSave(search), snapshot: 7 }, 'main')
  expect(readView(href.slice(1))).toEqual({ ...readView(search), snapshot: 7 })
})
