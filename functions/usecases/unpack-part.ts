import { constants, crc32, inflateRawSync } from 'node:zlib'
import { limits } from '../contract/limits.ts'
import { CodedError } from '../contract/problem.ts'

const flag = { headerCrc: 2, extra: 4, name: 8, comment: 16 } as const
const trailerBytes = 8

/**
 * The file's bytes in one part: exactly one gzip member (RFC 1952). The header is read here, because zlib's own gunzip
 * would go on into further members and ignore what trails. Throws `part-not-gzip`, or `part-too-large` while unpacking.
 */
export function unpackPart(stored: Uint8Array): Uint8Array {
  const bytes = Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength)
  const start = headerBytes(bytes)
  const { content, consumed } = inflate(bytes.subarray(start))
  const end = start + consumed + trailerBytes
  if (bytes.length < end) throw notGzip('it ends too early')
  const sumFits = bytes.readUInt32LE(end - 8) === crc32(content) && bytes.readUInt32LE(end - 4) === content.length
  if (!sumFits) throw notGzip('its checksum does not fit its content')
  if (bytes.length > end)
    throw notGzip(`${bytes.length - end} bytes follow its first member: send each part as a single gzip member`)
  return content
}

function inflate(deflated: Buffer): { content: Buffer; consumed: number } {
  try {
    const outcome: unknown = inflateRawSync(deflated, {
      info: true,
      maxOutputLength: limits.partBytesMax,
      finishFlush: constants.Z_FINISH,
    })
    return consumption(outcome)
  } catch (error) {
    if (error instanceof RangeError) {
      throw new CodedError(
        'part-too-large',
        `The part unpacks to more than ${limits.partBytesMax} bytes. Cut the file into parts of at most that size before packing them.`,
      )
    }
    throw notGzip('its content does not unpack', error)
  }
}

/** With `info`, zlib says how much it read; its types do not know of that. */
function consumption(outcome: unknown): { content: Buffer; consumed: number } {
  const { buffer, engine } = outcome as { buffer: Buffer; engine: { bytesWritten: number } }
  return { content: buffer, consumed: engine.bytesWritten }
}

function headerBytes(bytes: Buffer): number {
  const isGzip = bytes.length >= 10 && bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8
  if (!isGzip) throw notGzip('it does not start as gzip does')
  const flags = bytes[3] ?? 0
  let at = 10
  if (flags & flag.extra) at += 2 + (at + 2 <= bytes.length ? bytes.readUInt16LE(at) : bytes.length)
  if (flags & flag.name) at = afterZero(bytes, at)
  if (flags & flag.comment) at = afterZero(bytes, at)
  if (flags & flag.headerCrc) at += 2
  if (at >= bytes.length) throw notGzip('it ends too early')
  return at
}

function afterZero(bytes: Buffer, from: number): number {
  const zero = bytes.indexOf(0, from)
  return zero < 0 ? bytes.length : zero + 1
}

function notGzip(why: string, cause?: unknown): CodedError {
  return new CodedError('part-not-gzip', `The part is not one gzip member: ${why}.`, { cause })
}
