import { spawn } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test, vi } from 'vitest'
import {
  freePort,
  type LocalProcess,
  ownFolder,
  startProcess,
  tableServersOf,
  until,
  watch,
} from '../support/local-service.ts'
import { clientOf, problemIn } from '../support/local-service-client.ts'

// Services are started and driven from outside, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const header = 'date,campaign,creator,amount,currency'
const march = `${header}\n2026-03-02,Spring,@anna,400.00,USD\n`

function spendFile(rows: number): string {
  const line = (_: unknown, i: number) => `2026-0${1 + (i % 6)}-02,Spring,@c${i % 50},${i}.25,USD\n`
  return `${header}\n${Array.from({ length: rows }, line).join('')}`
}

async function killTableServer({ dataDir }: LocalProcess): Promise<void> {
  for (const pid of await tableServersOf(dataDir)) process.kill(pid, 'SIGKILL')
  await until('the table server is gone', async () => (await tableServersOf(dataDir)).length === 0)
}

test('without its table server the service says so with 503, and ends cleanly', async () => {
  const service = await startProcess({ dataDir: await ownFolder() })
  const client = clientOf(service)
  await client.commit(await client.prepare('spend', 'march.csv', march))
  await killTableServer(service)
  const answers = await Promise.all([
    client.call('GET', '/report'),
    client.call('POST', '/uploads', { kind: 'spend', filename: 'april.csv', bytes: 10 }),
  ])
  for (const answer of answers) {
    const problem = await problemIn(answer)
    expect(problem).toMatchObject({ status: 503, code: 'storage-unavailable', title: 'The books cannot be reached' })
    expect(problem.detail).toMatch(/does not answer.*safe.*try again/)
    expect(answer.headers.get('retry-after')).toBe('5')
  }
  expect(service.log()).toContain('The embedded table server has ended')
  expect(await service.stop()).toBe(0)
})

test('a task that runs while the table server dies is finished after a restart', async () => {
  const dataDir = await ownFolder()
  const service = await startProcess({ dataDir })
  const client = clientOf(service)
  await client.commit(await client.prepare('spend', 'march.csv', march))
  const id = await client.send('spend', 'spend.csv', spendFile(20_000))
  await client.post(id, 'check')
  await killTableServer(service)
  await until('the task has failed once', () => service.log().includes('a task failed'))
  expect(await service.stop()).toBe(0)

  const again = clientOf(await startProcess({ dataDir }))
  const ready = await again.reach(id, 'ready', 'rejected', 'failed')
  expect(ready).toMatchObject({ state: 'ready', rows: { read: 20_000, new: 20_000 }, months: { length: 6 } })
  expect((await again.commit(ready)).state).toBe('committed')
  expect(await again.snapshots()).toHaveLength(3)
  expect((await again.verify()).findings).toEqual([])
})

test('on a full disk nothing is lost and nothing is half there, and it goes on with space', async () => {
  const dataDir = await ownFolder()
  const port = await freePort()
  const variables = { DYNAMODB_ENDPOINT: `http://127.0.0.1:${port}` }
  // A write beyond the limit fails, as on a full disk; the signal that would end the server instead is ignored.
  const full = await startTable(dataDir, port, "trap '' XFSZ; ulimit -f 3000;")
  const service = await startProcess({ dataDir, variables })
  const client = clientOf(service)
  await client.commit(await client.prepare('spend', 'march.csv', march))
  const ready = await client.prepare('spend', 'april.csv', `${header}\n2026-04-02,Spring,@anna,90.00,USD\n`)
  const report = await client.report()
  const id = await client.announce('spend', 'ballast.csv', 20_000_000)
  let refused: Response | undefined
  for (let part = 1; part <= 50 && refused === undefined; part++) {
    const response = await client.put(id, part, storedGzip(part))
    if (response.status !== 200) refused = response
  }
  if (refused === undefined) throw new Error('the disk was never full')
  const problem = await problemIn(refused)
  expect(problem).toMatchObject({ status: 503, code: 'storage-unavailable' })
  expect(problem.detail).toContain('its disk is not full')
  // What is small may still fit; what does not is refused, and the books are as they were.
  await until('no write fits any more', async () => !(await client.call('POST', '/uploads', announced)).ok)
  const commit = await client.call('POST', `/uploads/${ready.id}/commit`, { preview: ready.preview })
  expect((await problemIn(commit)).code).toBe('storage-unavailable')
  expect(await client.report()).toBe(report)
  expect((await client.show(ready.id)).state).toBe('ready')
  expect(await service.stop()).toBe(0)
  full.kill('SIGKILL')
  await until('the table server is gone', async () => (await tableServersOf(dataDir)).length === 0)

  await startTable(dataDir, port)
  const again = clientOf(await startProcess({ dataDir, variables }))
  expect(await again.report()).toBe(report)
  expect((await again.commit(await again.show(ready.id))).state).toBe('committed')
  expect(await again.snapshots()).toHaveLength(3)
  expect((await again.verify()).findings).toEqual([])
})

const announced = { kind: 'spend', filename: 'small.csv', bytes: 10 }

/** One gzip member that takes about a quarter of a megabyte: bytes that do not repeat, stored as they are. */
function storedGzip(seed: number): Uint8Array {
  let state = seed
  const bytes = Uint8Array.from({ length: 262_144 }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state >>> 16
  })
  return gzipSync(bytes, { level: 0 })
}

/** A table server beside the service, begun with these shell words. */
async function startTable(dataDir: string, port: number, shell = '') {
  const binary = createRequire(import.meta.url).resolve(`@dynoxide/${process.platform}-${process.arch}/dynoxide`)
  const path = join(dataDir, 'table', 'table.db')
  await mkdir(join(dataDir, 'table'), { recursive: true })
  const { child } = watch(
    spawn('sh', ['-c', `${shell} exec "$0" "$@"`, binary, '--port', String(port), '--db-path', path], {
      stdio: ['ignore', 'ignore', 'pipe'],
    }),
  )
  await until('the table server answers', () =>
    fetch(`http://127.0.0.1:${port}`).then(
      () => true,
      () => false,
    ),
  )
  return child
}
