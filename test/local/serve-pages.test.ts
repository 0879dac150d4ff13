import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPageFiles } from '../../functions/local/pages/page-files.ts'
import { isPagePath, servePages } from '../../functions/local/pages/serve-pages.ts'

let dir: string
let files: ReturnType<typeof readPageFiles>
let pages: ReturnType<typeof servePages>
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'tierwise-pages-'))
  mkdirSync(join(dir, 'assets'))
  writeFileSync(join(dir, 'index.html'), '<p>page')
  writeFileSync(join(dir, 'assets/main-1a2b.js'), 'run()')
  writeFileSync(join(dir, 'assets/main-1a2b.js.gz'), gzipSync('run()'))
  writeFileSync(join(dir, '.stamp'), 'secret')
  files = readPageFiles(dir)
  pages = servePages(files)
})
afterAll(() => rmSync(dir, { recursive: true }))

test('every path of the app is its one page, never kept', async () => {
  for (const path of ['/', '/index.html', '/campaigns/0123', '/snapshots/1/diff/2']) {
    const response = await pages.request(path)
    expect(await response.text()).toBe('<p>page')
    expect(response.headers.get('cache-control')).toBe('no-cache')
  }
})

test('a hashed file is kept for ever, packed for who can unpack it', async () => {
  const plain = await pages.request('/assets/main-1a2b.js')
  expect(await plain.text()).toBe('run()')
  expect(plain.headers.get('cache-control')).toContain('immutable')
  const packed = await pages.request('/assets/main-1a2b.js', { headers: { 'Accept-Encoding': 'gzip, br' } })
  expect(packed.headers.get('content-encoding')).toBe('gzip')
  expect(gunzipSync(await packed.arrayBuffer()).toString()).toBe('run()')
})

test('an unchanged page costs no bytes', async () => {
  const etag = (await pages.request('/')).headers.get('etag') ?? ''
  const response = await pages.request('/', { headers: { 'If-None-Match': etag } })
  expect([response.status, await response.text()]).toEqual([304, ''])
})

test('a missing file is no page, and nothing else of the folder or above it is served', () => {
  for (const path of ['/assets/gone.js', '/.stamp', '/assets/main-1a2b.js.gz', '/..%2f..%2fetc/passwd.js', '//api/x']) {
    expect(isPagePath(files, path), path).toBe(false)
  }
  for (const path of ['/', '/assets/main-1a2b.js', '/creators/0123']) expect(isPagePath(files, path), path).toBe(true)
  expect(isPagePath(files, '/api/docs')).toBe(false)
})

test('the policy lets no inline script or style run', async () => {
  const policy = (await pages.request('/')).headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'self'")
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
})

test('without a build it says what to do', async () => {
  const response = await servePages(new Map()).request('/')
  expect([response.status, await response.text()]).toEqual([503, expect.stringContaining('npm start')])
})
