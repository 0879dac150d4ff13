import { createHash } from 'node:crypto'
import { InvalidRequest } from './invalid-request.ts'

const member = /(?:^|,)\s*sha-256\s*=\s*([^,]*)/i
const byteSequence = /^:([A-Za-z0-9+/]{43}=):\s*$/

/** SHA-256 in hex of a `Content-Digest` (RFC 9530); digests by other algorithms are passed over, as it allows. */
export function readContentDigest(header: string | undefined): { sha256: string } | undefined {
  const named = header === undefined ? undefined : member.exec(header)?.[1]
  if (named === undefined) return undefined
  const base64 = byteSequence.exec(named)?.[1]
  if (base64 === undefined) {
    const message = `expected sha-256=:<44 characters of base64>:, found ${named.slice(0, 80)}`
    throw new InvalidRequest([{ where: 'header.Content-Digest', message }])
  }
  return { sha256: Buffer.from(base64, 'base64').toString('hex') }
}

export function writeContentDigest(bytes: Uint8Array): string {
  return `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`
}
