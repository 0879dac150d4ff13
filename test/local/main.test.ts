import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const entry = join(import.meta.dirname, '../../functions/local/main.ts')
let dataDir: string
const children: ChildProcess[] = []
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'tierwise-'))
})
afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
  await rm(dataDir, { recursive: true, force: true })
})

type Run = { child: ChildProcess; out: () => string; error: () => string; ended: Promise<number | null> }

/** The service as its own process without a terminal, as `npm start` runs it. */
function start(port: number): Run {
  const env = { ...process.env, DATA_DIR: dataDir, PORT: String(port), SAMPLE: 'off' }
  const child = spawn(process.execPath, [entry], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  children.push(child)
  const texts = { out: '', error: '' }
  child.stdout?.on('data', (bytes) => (texts.out += String(bytes)))
  child.stderr?.on('data', (bytes) => (texts.error += String(bytes)))
  const ended = once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : null))
  return { child, out: () => texts.out, error: () => texts.error, ended }
}

async function addressOf(run: Run): Promise<string> {
  await expect.poll(run.out, { timeout: 15_000 }).toMatch(/^http.*\n/m)
  return run.out().match(/^http:\/\/127\.0\.0\.1:\d+$/m)?.[0] ?? ''
}

test('the address stands alone on its line once it answers, and SIGTERM ends it cleanly', async () => {
  const run = start(0)
  const address = await addressOf(run)
  expect(await (await fetch(`${address}/api/health`)).json()).toEqual({ status: 'ok' })
  // With the routes that only a laptop has.
  for (const path of ['/api/openapi.json', '/api/docs']) expect((await fetch(`${address}${path}`)).status).toBe(200)
  run.child.kill('SIGTERM')
  expect(await run.ended).toBe(0)
  expect(run.error()).toBe('')
})

test('it starts again after it was killed', async () => {
  const first = start(0)
  await addressOf(first)
  first.child.kill('SIGKILL')
  await first.ended
  const second = start(0)
  expect((await fetch(`${await addressOf(second)}/api/health`)).status).toBe(200)
  expect(second.error()).toBe('')
})

test('a taken port ends with a sentence that names PORT', async () => {
  const holder = createServer().listen(0, '127.0.0.1')
  await once(holder, 'listening')
  const held = holder.address()
  const port = typeof held === 'object' && held ? held.port : 0
  const run = start(port)
  expect(await run.ended).toBe(1)
  expect(run.error()).toBe(`Port ${port} is taken. Set PORT to a free one, for example: PORT=${port + 1} npm start\n`)
  holder.close()
})
