import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { WorkspaceId } from '../../functions/contract/ids.ts'
import { startTableServer } from '../../functions/local/table-server.ts'
import { localDynamoClient } from '../../functions/store/dynamo-client.ts'
import { booksIn } from '../../functions/store/open-books.ts'

async function temporaryFolder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'table-server-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  return dir
}

async function answers(endpoint: string): Promise<boolean> {
  return fetch(endpoint).then(
    () => true,
    () => false,
  )
}

async function goneWithin(ms: number, endpoint: string): Promise<boolean> {
  for (const until = performance.now() + ms; performance.now() < until; await sleep(20)) {
    if (!(await answers(endpoint))) return true
  }
  return false
}

function startParent(dir: string): { parent: ChildProcess; lines: string[] } {
  const parent = spawn(process.execPath, [join(import.meta.dirname, 'writing-parent.ts'), dir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void parent.kill('SIGKILL'))
  const lines: string[] = []
  let rest = ''
  parent.stdout.on('data', (bytes) => {
    const parts = (rest + String(bytes)).split('\n')
    rest = parts.pop() ?? ''
    lines.push(...parts)
  })
  return { parent, lines }
}

test('a server that is stopped keeps its table', async () => {
  const dir = await temporaryFolder()
  const first = await startTableServer({ dir: join(dir, 'made') })
  expect(await answers(first.endpoint)).toBe(true)
  await first.stop()
  expect(await answers(first.endpoint)).toBe(false)
  const second = await startTableServer({ dir: join(dir, 'made') })
  await second.stop()
})

test('the server dies with a parent that is killed, and holds every write that was acknowledged', async () => {
  const dir = await temporaryFolder()
  const { parent, lines } = startParent(dir)
  for (let waits = 0; lines.length < 200 && waits < 500; waits++) await sleep(20)
  const exited = once(parent, 'exit')
  parent.kill('SIGKILL')
  await exited
  const [endpoint = '', ...acknowledged] = lines
  expect(await goneWithin(5000, endpoint)).toBe(true)
  const again = await startTableServer({ dir })
  onTestFinished(again.stop)
  const { chunks } = booksIn(localDynamoClient(again.endpoint), 'books')(WorkspaceId.parse('main'))
  expect(acknowledged.length).toBeGreaterThan(100)
  const read = await chunks.read(acknowledged.map((key) => ({ place: 'DIRECTORY', key })))
  expect(read.map((bytes) => Buffer.from(bytes).toString())).toEqual(acknowledged)
})

/** The process that was started with these arguments. */
async function processWith(...tail: string[]): Promise<number> {
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    const [binary, ...rest] = command.split('\0').filter((argument) => argument !== '')
    if (binary?.endsWith('/dynoxide') && rest.join(' ') === tail.join(' ')) return Number(pid)
  }
  throw new Error(`no process with ${tail.join(' ')}`)
}

test('a server that dies by itself is noticed', async () => {
  const server = await startTableServer()
  process.kill(await processWith('--port', new URL(server.endpoint).port), 'SIGKILL')
  await server.died
  expect(await answers(server.endpoint)).toBe(false)
})
