import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../web/src')
const catalogues = globSync('messages/*.ts', { cwd: root }).filter((name) => !name.endsWith('define-messages.ts'))
const readers = globSync('**/*.{ts,tsx}', { cwd: root })
  .filter((name) => !name.startsWith('messages/'))
  .map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }))

/** Keys of the catalogue that a file defines. */
function keysOf(text: string): string[] {
  const [, body = ''] = /defineMessages\(\{(.*?)\}\)$/ms.exec(text) ?? []
  return [...body.matchAll(/(?:^|[\n,{])\s*(\w+):\s*['"`]/g)].map(([, key = '']) => key)
}

/** What a file calls the function of a catalogue; null where it does not use it. */
function aliasIn(text: string, catalogue: string): string | null {
  const [, names = ''] = new RegExp(`import \\{([^}]*)\\} from '[./]*/messages/${catalogue}'`).exec(text) ?? []
  const [, alias] = /(?:^|[\s,])t as (\w+)/.exec(names) ?? []
  return alias ?? (/(?:^|[\s,])t(?:[\s,]|$)/.test(names) ? 't' : null)
}

const literals = (text: string): string[] => [...text.matchAll(/'(\w+)'/g)].map(([, word = '']) => word)

/** The arguments of all calls of a function, up to the end of the first one. */
const argumentsOf = (text: string, name: string): string[] =>
  [...text.matchAll(new RegExp(`(?<![\\w.])${name}\\(([^,)]*)`, 'g'))].map(([, argument = '']) => argument.trim())

/** Where a key is put together or handed on, its words stand elsewhere: any file may have them. */
function usedKeys(catalogue: string): (key: string) => boolean {
  const used = new Set<string>()
  const patterns: RegExp[] = []
  let handedOn = false
  for (const { text } of readers) {
    const alias = aliasIn(text, catalogue)
    if (!alias) continue
    for (const argument of argumentsOf(text, alias)) {
      const template = /^`(.*)`$/.exec(argument)?.[1]
      if (template !== undefined) patterns.push(new RegExp(`^${template.replace(/\$\{[^}]*\}/g, '\\w+')}$`))
      else if (argument.includes("'")) for (const word of literals(argument)) used.add(word)
      else handedOn = true
    }
  }
  const everywhere = new Set(handedOn ? readers.flatMap(({ text }) => literals(text)) : [])
  return (key) => used.has(key) || everywhere.has(key) || patterns.some((pattern) => pattern.test(key))
}

test.each(catalogues.map((path) => [basename(path), path]))('every text of %s is shown somewhere', (name, path) => {
  const isUsed = usedKeys(name)
  expect(keysOf(readFileSync(join(root, path), 'utf8')).filter((key) => !isUsed(key))).toEqual([])
})

test('the catalogues are found with their keys', () => {
  expect(catalogues.length).toBeGreaterThan(9)
  expect(keysOf("export const t = defineMessages({\n  a: 'x',\n  b:\n    'y',\n  c: \"z\" })")).toEqual(['a', 'b', 'c'])
})
