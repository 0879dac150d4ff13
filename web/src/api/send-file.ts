import { ApiProblem, readProblem, toProblem } from './api-problem.ts'
import { fetchAsUser } from './client.ts'
import { type Packed, packInBackground } from './upload-pack.ts'
import { type Part, planParts } from './upload-parts.ts'

const inFlight = 4
const triesMax = 5
const firstWaitMs = 500

export type SendOptions = {
  workspace: string
  id: string
  file: Blob
  /** Parts that have arrived; grows while sending, so that a second call goes on where the first broke off. */
  arrived: Set<number>
  signal: AbortSignal
  onArrived: (bytes: number) => void
}

/**
 * Sends the parts of an announced file that have not arrived, a few at once; only those are in memory. A part may be sent
 * twice: the service keeps it once. Throws an `ApiProblem` where a part does not get through after several tries.
 */
export async function sendFile({ workspace, id, file, arrived, signal, onArrived }: SendOptions): Promise<void> {
  const failed = new AbortController()
  const either = AbortSignal.any([signal, failed.signal])
  const rest = planParts(file.size)
    .filter(({ part }) => !arrived.has(part))
    .values()
  const sendNext = async () => {
    for (const { part, start, end } of rest) {
      if (either.aborted) return
      const stored = await readPart(file, { part, start, end })
      await putPart(`/api/w/${workspace}/uploads/${id}/parts/${part}`, stored, either)
      arrived.add(part)
      onArrived(end - start)
    }
  }
  const lanes = Array.from({ length: inFlight }, () =>
    sendNext().catch((error: unknown) => {
      failed.abort()
      throw error
    }),
  )
  const outcomes = await Promise.allSettled(lanes)
  signal.throwIfAborted()
  const broken = outcomes.find((outcome) => outcome.status === 'rejected' && !isAbort(outcome.reason))
  if (broken?.status === 'rejected') throw broken.reason
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}

async function readPart(file: Blob, { start, end }: Part): Promise<Packed> {
  try {
    return await packInBackground(file.slice(start, end))
  } catch (error) {
    // Browsers refuse to go on reading a file that has changed or is gone since it was chosen.
    throw new ApiProblem('bytes-mismatch', {
      detail: `The file was changed or moved after it was chosen. Choose it again. (${String(error)})`,
    })
  }
}

async function putPart(path: string, { body, digest }: Packed, signal: AbortSignal): Promise<void> {
  const headers = { 'Content-Type': 'application/gzip', 'Content-Digest': digest }
  for (let attempt = 1; ; attempt += 1) {
    const problem = await tryOnce(() => fetchAsUser(path, { method: 'PUT', headers, body, signal }))
    if (!problem) return
    if (!mayPass(problem) || attempt === triesMax) throw problem
    await wait(firstWaitMs * 2 ** (attempt - 1), signal)
  }
}

async function tryOnce(send: () => Promise<Response>): Promise<ApiProblem | null> {
  try {
    const response = await send()
    return response.ok ? null : await readProblem(response)
  } catch (error) {
    if (isAbort(error)) throw error
    return toProblem(error)
  }
}

/** What a second try may mend: a broken line, a busy service, bytes that changed on their way. */
function mayPass({ code, status }: ApiProblem): boolean {
  return code === 'offline' || code === 'part-digest-mismatch' || status === 429 || status >= 502
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })
}
