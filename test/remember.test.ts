import { expect, test, vi } from 'vitest'
import { remember } from '../functions/domain/remember.ts'

test('what repeats is read once, also where it reads as nothing', () => {
  const read = vi.fn((text: string) => text.length)
  const length = remember(read, 10)
  expect([length('abc'), length(''), length('abc'), length('')]).toEqual([3, 0, 3, 0])
  expect(read).toHaveBeenCalledTimes(2)
})

test('beyond the bound it is read each time', () => {
  const read = vi.fn((text: string) => text.length)
  const length = remember(read, 2)
  for (const text of ['a', 'bb', 'ccc', 'ccc', 'bb', 'a']) expect(length(text)).toBe(text.length)
  expect(read).toHaveBeenCalledTimes(4)
})
