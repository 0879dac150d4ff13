import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

test('the document explains exactly the reasons for which a plan is refused', () => {
  const source = read('functions/domain/planner/refusal.ts')
  const codes = [...source.matchAll(/code: '([a-z-]+)'/g)].map(([, code]) => code)
  const explained = [...read('docs/statistics-planner.md').matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code]) => code)
  expect(explained).toEqual(codes)
})
