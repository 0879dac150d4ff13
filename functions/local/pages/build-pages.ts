import { createHash } from 'node:crypto'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const root = join(import.meta.dirname, '../../..')
export const pagesDir = join(root, 'web/dist')
const stampFile = join(pagesDir, '.stamp')
const packable = new Set(['.css', '.html', '.js', '.json', '.svg'])

/** Builds the pages if what they are made of has changed since the last build. @returns whether it built */
export async function buildPages(say: (line: string) => void): Promise<boolean> {
  const stamp = stampOf(root)
  if (readStamp() === stamp) return false
  say('Building the pages (a few seconds, once per change of web/) ...')
  await asProduction(async () => {
    const { build } = await import('vite')
    await build({ root: join(root, 'web'), configFile: join(root, 'web/vite.config.ts'), logLevel: 'warn' })
  })
  for (const name of globSync('**/*.*', { cwd: pagesDir })) if (packable.has(extname(name))) pack(join(pagesDir, name))
  writeFileSync(stampFile, stamp)
  return true
}

/** Vite goes by what the process says it is: built from a test, the pages would hold what only developers need. */
async function asProduction(work: () => Promise<void>): Promise<void> {
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    await work()
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  }
}

/** Names the content of all that a build reads. */
function stampOf(from: string): string {
  const names = globSync(['web/**/*.*', 'functions/contract/*.ts', 'package-lock.json'], {
    cwd: from,
    exclude: ['web/dist/**'],
  })
  const hash = createHash('sha256')
  for (const name of names.sort())
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(join(from, name)))
  return hash.digest('hex')
}

function readStamp(): string | undefined {
  try {
    return readFileSync(stampFile, 'utf8')
  } catch {
    return undefined
  }
}

function pack(path: string): void {
  const bytes = readFileSync(path)
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }))
}
