import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { UploadList } from '../../functions/contract/upload.ts'
import { ownFolder, spawnProcess, startProcess, tableServersOf, until, watch } from '../support/local-service.ts'
import { clientOf } from '../support/local-service-client.ts'

// Services are started and driven from outside, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const root = join(import.meta.dirname, '../..')
const spend = 'date,campaign,creator,amount,currency\n2026-03-02,Spring,@anna,400.00,USD\n'

/** `npm start` as a script would run it: no terminal, stdin at its end. */
function npmStart(variables: Record<string, string>) {
  const child = spawn('npm', ['start'], {
    cwd: root,
    env: { ...process.env, SAMPLE: 'off', PORT: '0', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return watch(child)
}

test('npm start prints its address alone on a line, and SIGTERM to npm ends everything with 0', async () => {
  const dataDir = await ownFolder()
  const run = npmStart({ DATA_DIR: dataDir })
  await until('the address is printed', () => /^http.*\n/m.test(run.out()) || run.child.exitCode !== null)
  const addresses = run
    .out()
    .split('\n')
    .filter((line) => line.includes('127.0.0.1'))
  expect(addresses).toEqual([expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/)])
  expect((await fetch(`${addresses[0]}/api/health`)).status).toBe(200)
  run.child.kill('SIGTERM')
  expect(await run.ended).toBe(0)
  expect(run.log()).toBe('')
  expect(await tableServersOf(dataDir)).toEqual([])
  await expect(fetch(`${addresses[0]}/api/health`)).rejects.toThrow()
})

test('npm start on a taken port says so, names PORT and fails', async () => {
  const holder = createServer().listen(0, '127.0.0.1')
  await once(holder, 'listening')
  const held = holder.address()
  const port = typeof held === 'object' && held ? held.port : 0
  const dataDir = await ownFolder()
  const run = npmStart({ DATA_DIR: dataDir, PORT: String(port) })
  expect(await run.ended).toBe(1)
  holder.close()
  expect(run.log()).toContain(`Port ${port} is taken. Set PORT`)
  expect(await tableServersOf(dataDir)).toEqual([])
})

test('SIGTERM while it is still starting ends it cleanly', async () => {
  const dataDir = await ownFolder()
  const run = spawnProcess({ dataDir })
  await until('the table server is there', async () => (await tableServersOf(dataDir)).length > 0)
  run.child.kill('SIGTERM')
  expect(await run.ended).toBe(0)
  expect(run.log()).toBe('')
  await until('no table server is left', async () => (await tableServersOf(dataDir)).length === 0)
})

test('what was committed is there after a restart', async () => {
  const dataDir = await ownFolder()
  const first = await startProcess({ dataDir })
  const client = clientOf(first)
  const upload = await client.commit(await client.prepare('spend', 'march.csv', spend))
  const report = await client.report()
  const token = await client.tokenOf('finance')
  expect(await first.stop()).toBe(0)
  const second = await startProcess({ dataDir })
  const again = clientOf(second)
  expect(await again.report()).toBe(report)
  expect(await again.show(upload.id)).toEqual(upload)
  const headers = { Authorization: `Bearer ${token}` }
  expect((await fetch(`${second.address}/api/w/main/report`, { headers })).status).toBe(200)
  expect(await second.stop()).toBe(0)
})

test('SIGTERM in the middle of a check ends cleanly, and the check goes on at the next start', async () => {
  const dataDir = await ownFolder()
  const first = await startProcess({ dataDir })
  const client = clientOf(first)
  const rows = Array.from({ length: 30_000 }, (_, i) => `2026-0${1 + (i % 6)}-02,Spring,@c${i % 300},${i}.00,USD\n`)
  const id = await client.send('spend', 'spend.csv', `date,campaign,creator,amount,currency\n${rows.join('')}`)
  await client.post(id, 'check')
  expect(await first.stop()).toBe(0)
  expect(await tableServersOf(dataDir)).toEqual([])
  const again = clientOf(await startProcess({ dataDir }))
  expect(await again.reach(id, 'ready', 'rejected', 'failed')).toMatchObject({ state: 'ready', rows: { new: 30_000 } })
})

test('empty books are filled with a sample that is marked so, once', async () => {
  const dataDir = await ownFolder()
  const variables = { SAMPLE: '' }
  const first = await startProcess({ dataDir, variables })
  const list = async (address: string) =>
    UploadList.parse(await (await clientOf({ address, dataDir }).call('GET', '/uploads')).json()).uploads
  const committed = async () => (await list(first.address)).filter(({ state }) => state === 'committed')
  await until('the sample is committed', async () => (await committed()).length === 7)
  const uploads = await list(first.address)
  expect(uploads).toHaveLength(7)
  expect(uploads.every(({ sample }) => sample)).toBe(true)
  const report = await clientOf(first).report()
  expect(JSON.parse(report).reconciliation.ledgerMinor).toBeGreaterThan(0)
  expect(await first.stop()).toBe(0)
  const second = await startProcess({ dataDir, variables })
  const client = clientOf(second)
  // A customer's file waits behind whatever a start has queued: once it is through, a second sample would be there.
  await client.commit(await client.prepare('spend', 'march.csv', spend))
  expect((await list(second.address)).map(({ filename }) => filename)).toEqual([
    'march.csv',
    ...uploads.map(({ filename }) => filename),
  ])
  expect(second.log()).toBe('')
})
