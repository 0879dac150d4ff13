import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { brokenRules } from './import-rules.ts'

const root = join(import.meta.dirname, '../..')

test('imports point down only, and what is pure stays so', () => {
  const files = globSync('{functions,web}/**/*.{ts,tsx}', { cwd: root, exclude: ['**/node_modules/**', '**/dist/**'] })
  expect(files.length).toBeGreaterThan(10)
  expect(files.flatMap((path) => brokenRules(path, readFileSync(join(root, path), 'utf8')))).toEqual([])
})

test.each([
  ['functions/contract/a.ts', "import { b } from '../domain/b.ts'"],
  ['functions/domain/a.ts', "import { b } from '../usecases/b.ts'"],
  ['functions/domain/money/a.ts', "import type { Books } from '../../store/ports.ts'"],
  ['functions/domain/a.ts', "import { readFileSync } from 'node:fs'"],
  ['functions/domain/a.ts', 'export const at = () => new Date()'],
  ['functions/domain/a.ts', 'const seed = Math.random()'],
  ['functions/usecases/a.ts', "import {\n  booksIn,\n  type X,\n} from '../store/open-books.ts'"],
  ['functions/usecases/a.ts', "const late = await import('../api/app.ts')"],
  ['functions/usecases/a.ts', "import { DynamoDBClient } from '@aws-sdk/client-dynamodb'"],
  ['functions/store/a.ts', "import { b } from '../usecases/b.ts'"],
  ['functions/api/a.ts', "export { b } from '../store/table.ts'"],
  ['functions/api/a.ts', "import '../local/main.ts'"],
  ['web/src/a.ts', "import { app } from '../../functions/api/app.ts'"],
  ['web/src/a.ts', "import type { Head } from '../../functions/store/ports.ts'"],
])('%s must not say: %s', (path, source) => {
  expect(brokenRules(path, source)).toHaveLength(1)
})

test.each([
  [
    'functions/domain/a.ts',
    "import { Problem } from '../contract/problem.ts' // not Date.now\nconst day = new Date(0)",
  ],
  [
    'functions/usecases/a.ts',
    "import type { Books } from '../store/ports.ts'\nimport { fold } from '../domain/fold.ts'",
  ],
  ['functions/api/a.ts', "import { commitUpload } from '../usecases/commit-upload.ts'\nimport { Hono } from 'hono'"],
  ['functions/local/a.ts', "import { booksIn } from '../store/open-books.ts'\nconst at = Date.now()"],
  ['web/src/a.ts', "import type { AppType } from '../../functions/api/app.ts'"],
])('%s may say: %s', (path, source) => {
  expect(brokenRules(path, source)).toEqual([])
})
