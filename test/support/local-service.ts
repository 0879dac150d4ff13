import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { onTestFinished } from 'vitest'

const root = join(import.meta.dirname, '../..')
const entry = join(root, 'functions/local/main.ts')
const startMs = 40_000

/** The service as a process of its own, as `npm start` runs it. */
export type LocalProcess = {
  address: string
  dataDir: string
  child: ChildProcess
  /** What it has printed so far. */
  out: () => string
  /** What it has logged so far. */
  log: () => string
  /** Ends it as a power cut would; resolves when it is gone. */
  kill: () => Promise<void>
  /** Asks it to stop; its exit code. */
  stop: () => Promise<number | null>
}

export type StartOptions = {
  dataDir: string
  variables?: Record<string, string>
}

/** Takes what is to be done in the end: by default, when the test that runs has ended. */
export type AtEnd = (undo: () => void | Promise<void>) => void

/** A folder of the test's own, removed with it. */
export async function ownFolder(atEnd: AtEnd = onTestFinished): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'tierwise-'))
  atEnd(() => rm(dir, { recursive: true, force: true, maxRetries: 5 }))
  return dir
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port')
  return address.port
}

/** Waits for a condition; fails with `what` when it does not come true in time. */
export async function until(what: string, condition: () => boolean | Promise<boolean>, ms = 40_000): Promise<void> {
  for (const end = performance.now() + ms; !(await condition()); await sleep(3)) {
    if (performance.now() > end) throw new Error(`not within ${ms} ms: ${what}`)
  }
}

/** Starts the service and waits for its address; it is killed with the test if it still runs then. */
export async function startProcess(options: StartOptions, atEnd: AtEnd = onTestFinished): Promise<LocalProcess> {
  const { child, out, log, ended } = spawnProcess(options, atEnd)
  const addressLine = /^http:\/\/127\.0\.0\.1:\d+$/m
  await until('the service prints its address', () => addressLine.test(out()) || child.exitCode !== null, startMs)
  const address = addressLine.exec(out())?.[0]
  if (address === undefined) throw new Error(`the service did not start: ${log()}`)
  return {
    address,
    dataDir: options.dataDir,
    child,
    out,
    log,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    async stop() {
      child.kill('SIGTERM')
      return ended
    },
  }
}

/** The same, for a start that may fail. */
export function spawnProcess({ dataDir, variables = {} }: StartOptions, atEnd: AtEnd = onTestFinished) {
  const env = { ...process.env, SAMPLE: 'off', PORT: '0', ...variables, DATA_DIR: dataDir }
  return watch(spawn(process.execPath, [entry], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] }), atEnd)
}

/** Collects what a child prints, and kills it with the test. */
export function watch(child: ChildProcess, atEnd: AtEnd = onTestFinished) {
  atEnd(() => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
  })
  const texts = { out: '', log: '' }
  child.stdout?.on('data', (bytes) => {
    texts.out += String(bytes)
  })
  child.stderr?.on('data', (bytes) => {
    texts.log += String(bytes)
  })
  const ended = once(child, 'close').then(([code]) => (typeof code === 'number' ? code : null))
  return { child, out: () => texts.out, log: () => texts.log, ended }
}

/** Ids of the running table servers that keep their table in this folder. */
export async function tableServersOf(dataDir: string): Promise<number[]> {
  const found: number[] = []
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const [binary, ...rest] = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0')
    if (binary?.endsWith('/dynoxide') && rest.includes(join(dataDir, 'table', 'table.db'))) found.push(Number(pid))
  }
  return found
}

/** The most memory that a process has had at once, in bytes. */
export async function peakMemory(pid: number): Promise<number> {
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) * 1024
}
