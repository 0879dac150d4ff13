import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { buildPages, pagesDir } from '../../functions/local/pages/build-pages.ts'

type Chunk = { file: string; css?: string[]; imports?: string[]; dynamicImports?: string[] }

/** Script and style, gzipped. */
const overviewBytesMax = 110_000
const entry = 'index.html'
const overview = 'src/pages/overview/overview-page.tsx'
const charts = 'src/charts/mount-chart.ts'

/** Files of these chunks and of all that they import at once. */
function filesOf(manifest: Record<string, Chunk>, names: string[]): Set<string> {
  const seen = new Set<string>()
  const files = new Set<string>()
  const visit = (name: string): void => {
    const chunk = manifest[name]
    if (!chunk) throw new Error(`the build has no ${name}`)
    if (seen.has(name)) return
    seen.add(name)
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file)
    for (const next of chunk.imports ?? []) visit(next)
  }
  for (const name of names) visit(name)
  return files
}

async function readManifest(): Promise<Record<string, Chunk>> {
  await buildPages(() => {})
  return JSON.parse(readFileSync(join(pagesDir, 'manifest.json'), 'utf8')) as Record<string, Chunk>
}

const gzipped = (file: string): number => gzipSync(readFileSync(join(pagesDir, file)), { level: 9 }).length

test('the Overview stays within its budget, charts and all', async () => {
  const files = filesOf(await readManifest(), [entry, overview, charts])
  const sizes = Object.fromEntries([...files].map((file) => [file, gzipped(file)]))
  const early = gzipped('apply-theme.js')
  const total = Object.values(sizes).reduce((sum, size) => sum + size, early)
  console.info(`Overview: ${total} of ${overviewBytesMax} bytes gzipped`)
  expect(total, JSON.stringify(sizes, null, 2)).toBeLessThanOrEqual(overviewBytesMax)
})

test('every page is a chunk of its own, and none brings the schemas', async () => {
  const manifest = await readManifest()
  const pages = manifest[entry]?.dynamicImports ?? []
  expect(pages.length).toBeGreaterThanOrEqual(9)
  const scripts = [...filesOf(manifest, [entry, overview])].filter((file) => file.endsWith('.js'))
  for (const file of scripts) expect(readFileSync(join(pagesDir, file), 'utf8'), file).not.toContain('ZodError')
})
