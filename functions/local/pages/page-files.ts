import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

export type PageFile = {
  type: string
  etag: string
  /** Its name holds a hash of its content. */
  immutable: boolean
  bytes: { identity: Uint8Array<ArrayBuffer>; br?: Uint8Array<ArrayBuffer>; gzip?: Uint8Array<ArrayBuffer> }
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

/** Every file of a build by its path (`/assets/…`); empty where nothing was built. Read once: they are small. */
export function readPageFiles(dir: string): Map<string, PageFile> {
  const names = globSync('**/*.*', { cwd: dir }).filter((name) => types[extname(name)] !== undefined)
  return new Map(names.map((name) => [`/${name}`, readPageFile(dir, name)]))
}

function readPageFile(dir: string, name: string): PageFile {
  const identity = new Uint8Array(readFileSync(join(dir, name)))
  const packed = (suffix: string): Uint8Array<ArrayBuffer> | undefined => {
    try {
      return new Uint8Array(readFileSync(join(dir, name + suffix)))
    } catch {
      return undefined
    }
  }
  const [br, gzip] = [packed('.br'), packed('.gz')]
  return {
    type: types[extname(name)] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(identity).digest('base64url').slice(0, 27)}"`,
    immutable: name.startsWith('assets/'),
    bytes: { identity, ...(br && { br }), ...(gzip && { gzip }) },
  }
}
