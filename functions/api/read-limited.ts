import { CodedError, type ProblemCode } from '../contract/problem.ts'

/** The body's bytes, refused with `code` as soon as there are more than `bytesMax` of them. */
export async function readLimited(request: Request, bytesMax: number, code: ProblemCode): Promise<Uint8Array> {
  const announced = Number(request.headers.get('content-length') ?? 0)
  if (announced > bytesMax) throw tooLarge(bytesMax, code)
  if (!request.body) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of request.body) {
    bytes += chunk.length
    if (bytes > bytesMax) throw tooLarge(bytesMax, code)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function tooLarge(bytesMax: number, code: ProblemCode): CodedError {
  return new CodedError(code, `The body of this request may have at most ${bytesMax} bytes.`)
}
