import { limits } from '../../../functions/contract/limits.ts'

export type Part = { part: number; start: number; end: number }

/** How a file of `bytes` is cut: part numbers from 1, each from `start` up to `end`. */
export function planParts(bytes: number): Part[] {
  const size = limits.partBytesMax
  return Array.from({ length: Math.ceil(bytes / size) }, (_, index) => ({
    part: index + 1,
    start: index * size,
    end: Math.min(bytes, (index + 1) * size),
  }))
}

/** One gzip member of what a blob holds. The browser packs outside the page's own thread. */
export async function packPart(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const packed = blob.stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(packed).arrayBuffer())
}

export function unpackPart(stored: Blob): Promise<Blob> {
  return new Response(stored.stream().pipeThrough(new DecompressionStream('gzip'))).blob()
}

/** The value of `Content-Digest` (RFC 9530). */
export async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return `sha-256=:${btoa(String.fromCharCode(...hash))}:`
}

/** The name under which a file is announced: whole characters only, its ending kept where it has to be shortened. */
export function toFilename(name: string): string {
  const max = limits.filenameCharsMax
  const whole = name.toWellFormed()
  if (whole.length <= max) return whole === '' ? 'file' : whole
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(whole)?.[0] ?? ''
  return `${whole.slice(0, max - ending.length - 1)}…`.toWellFormed() + ending
}
