import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export type TableServer = {
  endpoint: string
  /** Resolves once the server has written everything and is gone. */
  stop: () => Promise<void>
  /** Resolves when the server ends without having been asked to. */
  died: Promise<void>
}

const startTimeoutMs = 15_000
const stopTimeoutMs = 5_000

/**
 * The server must not outlive us, even if we are killed with SIGKILL and cannot say so: only we hold the writing end
 * of the wrapper's stdin, so that the kernel closes it with us, `cat` ends and the server is told to stop.
 */
const wrapper = `exec 3<&0
"$@" 3<&- </dev/null &
server=$!
{ cat <&3 >/dev/null; kill -TERM "$server" 2>/dev/null; } &
exec 3<&-
wait "$server"`

/** Starts a DynamoDB-compatible server on a free port; the table is in `dir` (made if missing), or in memory without it. */
export async function startTableServer(options: { dir?: string } = {}): Promise<TableServer> {
  const binary = serverBinary()
  if (options.dir !== undefined) mkdirSync(options.dir, { recursive: true })
  const place = options.dir === undefined ? [] : ['--db-path', join(options.dir, 'table.db')]
  let failure = ''
  // Between choosing a free port and listening on it somebody else may take it.
  for (let attempt = 0; attempt < 5; attempt++) {
    const port = await freePort()
    const child = spawn('sh', ['-c', wrapper, 'sh', binary, '--port', String(port), ...place], {
      stdio: ['pipe', 'ignore', 'pipe'],
      // Ctrl-C reaches a whole process group: the server stays until we have finished.
      detached: true,
    })
    const output = collect(child)
    const endpoint = `http://127.0.0.1:${port}`
    if (await answers(child, endpoint)) return running(child, endpoint)
    await end(child)
    failure = output()
  }
  throw new Error(
    `The embedded table server did not start${options.dir ? ` on ${options.dir}` : ''}: ${failure.trim()}`,
  )
}

function serverBinary(): string {
  const name = `@dynoxide/${process.platform}-${process.arch}`
  try {
    return createRequire(import.meta.url).resolve(`${name}/dynoxide`)
  } catch (cause) {
    throw new Error(
      `No embedded table server for ${process.platform} ${process.arch} (package ${name} is not installed). ` +
        'Start any DynamoDB-compatible server and set DYNAMODB_ENDPOINT to its address.',
      { cause },
    )
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port')
  return address.port
}

function collect(child: ChildProcess): () => string {
  let text = ''
  child.stderr?.on('data', (bytes) => {
    text = (text + String(bytes)).slice(-4000)
  })
  return () => text
}

async function answers(child: ChildProcess, endpoint: string): Promise<boolean> {
  const until = performance.now() + startTimeoutMs
  while (child.exitCode === null && child.signalCode === null && performance.now() < until) {
    try {
      await fetch(endpoint, { signal: AbortSignal.timeout(1000) })
      return child.exitCode === null
    } catch {
      await sleep(15)
    }
  }
  return false
}

function running(child: ChildProcess, endpoint: string): TableServer {
  let stopping = false
  const died = new Promise<void>((resolve) => {
    child.once('exit', () => {
      child.stdin?.destroy()
      if (!stopping) resolve()
    })
  })
  const stop = async () => {
    stopping = true
    await end(child)
  }
  // A script that forgets to stop the server can still end: the closing pipe stops it.
  child.unref()
  for (const stream of [child.stdin, child.stderr]) unref(stream)
  return { endpoint, stop, died }
}

function unref(stream: unknown): void {
  if (stream !== null && typeof stream === 'object' && 'unref' in stream && typeof stream.unref === 'function') {
    stream.unref()
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.ref()
  child.stdin?.destroy()
  if ((await Promise.race([exited, sleep(stopTimeoutMs, 'late', { ref: false })])) !== 'late') return
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  await exited
}
