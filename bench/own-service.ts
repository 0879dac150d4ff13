import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { outDir } from './dataset.ts'

/** The service on a laptop, in a process of its own. */
export type BenchService = { address: string; dataDir: string; startMs: number; pid: number; stop: () => Promise<void> }

/** What `npm start` runs once everything is installed and built, options of the engine included. */
export function startCommand(): string[] {
  const file = readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')
  const { scripts } = JSON.parse(file) as { scripts: { start: string } }
  return scripts.start.replace(/^exec node /, `${process.execPath} `).split(' ')
}

/** Starts it over an empty folder, on a free port; `startMs` ends with its first answer. */
export async function startService(command: string[], variables: Record<string, string>): Promise<BenchService> {
  const dataDir = mkdtempSync(join(outDir, 'service-'))
  const started = performance.now()
  const [program = '', ...args] = command
  const child = spawn(program, args, {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  const stop = async () => {
    await end(child)
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    const address = await readAddress(child)
    const health = await fetch(`${address}/api/health`)
    if (!health.ok) throw new Error(`the service answered ${health.status}`)
    return { address, dataDir, startMs: performance.now() - started, pid: child.pid ?? 0, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function readAddress({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('the service has no output')
  for await (const line of createInterface({ input: stdout })) if (line.startsWith('http://')) return line.trim()
  throw new Error('the service ended before it had an address')
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return
  const exited = once(child, 'exit')
  // npm and the service under it are one group.
  process.kill(-child.pid, 'SIGTERM')
  await exited
}
