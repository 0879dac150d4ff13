import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, closeSync, existsSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const bin = '/usr/lib/postgresql/15/bin'
const port = '5432'

export type PostgresServer = {
  /** Folder of the socket: the server listens on nothing else. */
  host: string
  user: string
  /** Loads a CSV file with a header into a table. */
  copy(table: string, file: string): void
  stop(): void
}

export function hasPostgres(): boolean {
  return existsSync(join(bin, 'initdb'))
}

/** A server of its own in a temporary folder, with memory enough for all tables, gone after `stop`. */
export function startPostgres(): PostgresServer {
  const dir = mkdtempSync(join(tmpdir(), 'tierwise-bench-postgres-'))
  const owner = findOwner()
  if (owner) chownSync(dir, owner.uid, owner.gid)
  const run = (program: string, args: string[]) =>
    execFileSync(join(bin, program), args, { ...owner, cwd: dir, stdio: ['ignore', 'ignore', 'inherit'] })
  const data = join(dir, 'data')
  run('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'])
  const settings = {
    listen_addresses: '',
    unix_socket_directories: dir,
    shared_buffers: '2GB',
    work_mem: '256MB',
    maintenance_work_mem: '512MB',
    effective_cache_size: '6GB',
    random_page_cost: '1.1',
    max_wal_size: '8GB',
    fsync: 'off',
  }
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`)
  run('pg_ctl', ['-D', data, '-w', '-s', '-l', join(dir, 'log'), '-o', options.join(' '), 'start'])
  const stop = () => {
    run('pg_ctl', ['-D', data, '-w', '-s', '-m', 'immediate', 'stop'])
    rmSync(dir, { recursive: true, force: true })
  }
  // An interrupted bench must not leave a server behind.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stop()
      process.exit(1)
    })
  }
  return { host: dir, user: 'postgres', copy: (table, file) => copyFile(dir, table, file), stop }
}

// Standard input, because the server's user may not read the checkout.
function copyFile(host: string, table: string, file: string): void {
  const input = openSync(file, 'r')
  const sql = `COPY ${table} FROM STDIN WITH (FORMAT csv, HEADER)`
  const { status } = spawnSync(
    join(bin, 'psql'),
    ['-h', host, '-p', port, '-U', 'postgres', '-q', '-v', 'ON_ERROR_STOP=1', '-c', sql],
    {
      stdio: [input, 'ignore', 'inherit'],
    },
  )
  closeSync(input)
  if (status !== 0) throw new Error(`psql could not load ${file}`)
}

// PostgreSQL refuses to run as root; the package brings a user for it.
function findOwner(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}
