import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const here = import.meta.dirname
const lockfile = join(here, 'package-lock.json')
const installed = join(here, 'node_modules', '.installed')

/** Brings the peers' packages once per lockfile; without them the bench goes on and names them. */
export function installPeers(): void {
  if (existsSync(installed) && readFileSync(installed).equals(readFileSync(lockfile))) return
  process.stderr.write('Installing the peers of the bench (DuckDB, a PostgreSQL client) ...\n')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: here,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status === 0) copyFileSync(lockfile, installed)
}

/** A peer's package from bench/peers/node_modules, or undefined where it could not be installed. */
export async function loadPeer(name: string): Promise<unknown> {
  try {
    return await import(pathToFileURL(createRequire(join(here, 'package.json')).resolve(name)).href)
  } catch {
    return undefined
  }
}
