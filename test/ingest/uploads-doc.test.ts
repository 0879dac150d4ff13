import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ProblemCode } from '../../functions/contract/problem.ts'
import { FlagCode, UploadKind } from '../../functions/contract/upload.ts'
import { kindFields } from '../../functions/domain/ingest/kinds.ts'

const root = join(import.meta.dirname, '../..')
const document = readFileSync(join(root, 'docs/uploads.md'), 'utf8')

/** Lines of the section below a heading, up to the next heading. */
function section(heading: RegExp): string[] {
  const lines = document.split('\n')
  const start = lines.findIndex((line) => heading.test(line))
  const length = lines.slice(start + 1).findIndex((line) => line.startsWith('#'))
  return lines.slice(start + 1, length < 0 ? undefined : start + 1 + length)
}

describe.each(UploadKind.options)('the document has, of a %s file,', (kind) => {
  const rows = section(new RegExp(`^### An? ${kind} file$`)).filter((line) => line.startsWith('| `'))

  test('exactly the columns that are read, in the order of the template', () => {
    expect(rows.map((row) => /^\| `(\w+)`/.exec(row)?.[1])).toEqual(kindFields[kind].map(({ name }) => name))
  })

  test('the meaning and every synonym of each column, and whether it is required', () => {
    const cells = rows.map((row) => row.split('|').map((cell) => cell.trim()))
    expect(cells.map(([, name, meaning, synonyms]) => [name, meaning, synonyms])).toEqual(
      kindFields[kind].map(({ name, meaning, synonyms, required }) => [
        `\`${name}\`${required ? ' **required**' : ''}`,
        meaning,
        synonyms.join(', ') || '–',
      ]),
    )
  })
})

/** Codes that the code gives to problems, warnings and refusals. */
function codesInCode(): string[] {
  const codes = new Set<string>([...ProblemCode.options, ...FlagCode.options])
  // Why a plan is refused stands in docs/statistics-planner.md.
  const exclude = ['functions/domain/planner/**']
  for (const file of globSync('functions/{domain,usecases}/**/*.ts', { cwd: root, exclude })) {
    const source = readFileSync(join(root, file), 'utf8')
    for (const [, code = ''] of source.matchAll(/(?:\bcode: |\bfault\(\s*|#fatal\(\s*|CodedError\(\s*)'([a-z0-9-]+)'/g))
      codes.add(code)
    for (const [, union = ''] of source.matchAll(/type \w*Code = ('[^\n]+)/g))
      for (const [, code = ''] of union.matchAll(/'([a-z-]+)'/g)) codes.add(code)
  }
  return [...codes, 'creators-unknown', 'campaigns-unknown'].sort()
}

test('every code that the code knows is explained in the document', () => {
  const codes = codesInCode()
  expect(codes.length).toBeGreaterThan(60)
  expect(codes.filter((code) => !document.includes(`\`${code}\``))).toEqual([])
})

test('every code that the document explains is in the code', () => {
  const known = new Set(codesInCode())
  const explained = [...document.matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map(([, code = '']) => code)
  const columns = new Set(Object.values(kindFields).flatMap((fields) => fields.map(({ name }) => name)))
  expect(explained.filter((code) => !known.has(code) && !columns.has(code))).toEqual([])
})
