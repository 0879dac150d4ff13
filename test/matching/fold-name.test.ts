import { expect, test } from 'vitest'
import { foldName } from '../../functions/domain/matching/fold-name.ts'

test.each([
  ['Anna Smith Ltd', 'anna smith'],
  ['SMITH, Anna', 'anna smith'],
  ['Anna Smith GmbH & Co. KG', 'anna smith'],
  ['Anna Smith S.L.', 'anna smith'],
  ['Anna Smith G.m.b.H.', 'anna smith'],
  ['Ánna  Smïth ✨🔥', 'anna smith'],
  ['anna_smith', 'anna smith'],
  ['Anna Smith feat. Bob Jones', 'anna smith'],
  ['Mme Anna Smith SARL', 'anna smith'],
  ['PT Anna Smith Tbk', 'anna smith'],
  ['https://www.instagram.com/anna.smith/?hl=en', 'anna smith'],
  ['@anna.smith', 'anna smith'],
  ['Łukasz Ørsted', 'lukasz orsted'],
  ['アンナ', 'アンナ'],
  ['Ltd', 'ltd'],
])('%s has the words %s', (text, key) => {
  expect(foldName('creator', text).key).toBe(key)
})

test.each([
  ['@Anna.Smith', 'annasmith'],
  ['instagram.com/anna_smith', 'annasmith'],
  ['https://www.tiktok.com/@annasmith/video/7301', 'annasmith'],
  ['youtube.com/c/AnnaSmith', 'annasmith'],
  ['Anna Smith (@annas)', 'annas'],
  ['instagram.com/p/C5kd83Jx', null],
  ['anna@smith.example', null],
  ['Anna Smith', null],
])('%s names the account %s', (text, handle) => {
  expect(foldName('creator', text).handle).toBe(handle)
})

test('nothing is left of emoji alone, and nothing breaks', () => {
  expect(foldName('creator', '🔥🔥')).toMatchObject({ key: '', joined: '', handle: null })
  expect(foldName('creator', 'x'.repeat(300)).joined).toHaveLength(300)
})
