import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildPages } from '../../functions/local/pages/build-pages.ts'
import { generateSample } from '../../functions/local/sample/generate-sample.ts'

const root = join(import.meta.dirname, '../..')
/** Each makes a snapshot. */
const countSampleFiles = (): number => [...generateSample()].length

export type Service = { address: string; token(role: string): Promise<string>; stop(): Promise<void> }

/** What `npm start` starts, on a free port with books of its own; with the sample loaded unless it is switched off. */
export async function startService(options: { sample?: boolean } = {}): Promise<Service> {
  const { sample = true } = options
  await buildPages(() => {})
  const dataDir = await mkdtemp(join(tmpdir(), 'tierwise-e2e-'))
  const env = { ...process.env, PORT: '0', DATA_DIR: dataDir, SAMPLE: sample ? 'on' : 'off' }
  const child = spawn(process.execPath, [join(root, 'functions/local/main.ts')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const stop = async () => {
    const ended = once(child, 'exit')
    if (child.exitCode === null) child.kill('SIGTERM')
    if (child.exitCode === null) await ended
    await rm(dataDir, { recursive: true, force: true })
  }
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let out = ''
      child.stdout.on('data', (bytes) => {
        out += String(bytes)
        const found = /^http:\/\/127\.0\.0\.1:\d+$/m.exec(out)
        if (found) resolve(found[0])
      })
      child.once('exit', (code) => reject(new Error(`the service ended with ${code}`)))
    })
    const token = (role: string) => openSession(address, role)
    if (sample) await sampleLoaded(address, await token('admin'))
    return { address, token, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function openSession(address: string, role: string): Promise<string> {
  const response = await fetch(`${address}/api/local/session`, {
    method: 'POST',
    headers: { Origin: address, 'Sec-Fetch-Site': 'same-origin' },
    body: JSON.stringify({ role }),
  })
  const { token } = (await response.json()) as { token: string }
  return token
}

async function sampleLoaded(address: string, token: string): Promise<void> {
  const files = countSampleFiles()
  for (;;) {
    const response = await fetch(`${address}/api/w/main/books`, { headers: { Authorization: `Bearer ${token}` } })
    const books = (await response.json()) as { uploads: number }
    if (books.uploads >= files) return
    await sleep(100)
  }
}
