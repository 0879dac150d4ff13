import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pathsNamedIn } from './doc-paths.ts'

const root = join(import.meta.dirname, '../..')

test('every file that the documents name exists', () => {
  const documents = globSync(['*.md', 'docs/**/*.md'], { cwd: root })
  const missing = documents.flatMap((document) =>
    pathsNamedIn(readFileSync(join(root, document), 'utf8'))
      .filter((path) => !existsSync(join(root, path)))
      .map((path) => `${document} names ${path}`),
  )
  expect(missing).toEqual([])
})

test('paths are told from other words in backticks', () => {
  const text =
    'See `functions/store/ports.ts`, `docs/` and `package.json`; not `functions/*.ts`, `GET uploads`, `npm test`, ' +
    '`infra/<name>.ts` or `report.ts`.'
  expect(pathsNamedIn(text)).toEqual(['functions/store/ports.ts', 'docs/', 'package.json'])
})
