import { CodedError, type ProblemCode } from '../contract/problem.ts'
import { InvalidRequest } from './invalid-request.ts'

/** How much of what is sent beyond a bound is read and dropped. */
const droppedBytesMax = 8_000_000

/**
 * The body's bytes, refused with `code` where there are more than `bytesMax` of them. What is a little too much is read
 * to its end: a caller listens only after it has sent, and what stays unread spoils the next request on its connection.
 */
export async function readLimited(request: Request, bytesMax: number, code: ProblemCode): Promise<Uint8Array> {
  const tooLarge = new CodedError(code, `The body of this request may have at most ${bytesMax} bytes.`)
  const readMax = bytesMax + droppedBytesMax
  if (Number(request.headers.get('content-length') ?? 0) > readMax) throw tooLarge
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of chunksOf(request)) {
    bytes += chunk.length
    if (bytes <= bytesMax) chunks.push(chunk)
    else if (bytes > readMax) throw tooLarge
  }
  if (bytes > bytesMax) throw tooLarge
  return Buffer.concat(chunks)
}

async function* chunksOf(request: Request): AsyncGenerator<Uint8Array> {
  if (!request.body) return
  const reader = request.body.getReader()
  try {
    for (let next = await read(reader); !next.done; next = await read(reader)) yield next.value
  } finally {
    reader.releaseLock()
  }
}

/** A caller that goes away in the middle of its body is no failure of ours. */
async function read(reader: ReadableStreamDefaultReader<Uint8Array>) {
  try {
    return await reader.read()
  } catch {
    throw new InvalidRequest([{ where: 'body', message: 'it broke off before its end' }])
  }
}
