import { gzipSync } from 'node:zlib'
import { ProblemDetails } from '../../functions/contract/problem.ts'
import { SnapshotList, type Verification } from '../../functions/contract/snapshot.ts'
import { type CheckOptions, Upload, type UploadKind, type UploadState } from '../../functions/contract/upload.ts'
import { createDevIdentity } from '../../functions/identity/dev-identity.ts'
import type { Role } from '../../functions/identity/ports.ts'
import { cutParts } from '../../functions/local/cut-parts.ts'
import { comparableReport } from './comparable-report.ts'
import { until } from './local-service.ts'

type CallOptions = { role?: Role; headers?: Record<string, string> }
type Body = string | Uint8Array<ArrayBuffer> | object

export type ServiceClient = ReturnType<typeof clientOf>

/** Speaks to a running service as its users' programs do: over HTTP, with a token of its data folder. */
export function clientOf({ address, dataDir }: { address: string; dataDir: string }) {
  const tokens = new Map<Role, Promise<string>>()
  const tokenOf = (role: Role): Promise<string> => {
    const known = tokens.get(role) ?? issueToken(dataDir, role)
    tokens.set(role, known)
    return known
  }

  const call = async (method: string, path: string, body?: Body, options: CallOptions = {}): Promise<Response> => {
    const headers = { Authorization: `Bearer ${await tokenOf(options.role ?? 'finance')}`, ...options.headers }
    const sent = typeof body === 'string' || body instanceof Uint8Array ? body : body && JSON.stringify(body)
    return fetch(`${address}/api/w/main${path}`, { method, headers, ...(sent === undefined ? {} : { body: sent }) })
  }

  const uploadFrom = async (response: Response): Promise<Upload> => {
    if (!response.ok) throw new Error(`${response.url}: ${await response.text()}`)
    return Upload.parse(await response.json())
  }
  const show = async (id: string): Promise<Upload> => uploadFrom(await call('GET', `/uploads/${id}`))
  const post = async (id: string, verb: string, body: object = {}): Promise<Upload> =>
    uploadFrom(await call('POST', `/uploads/${id}/${verb}`, body))

  /** The upload once it is in one of these states. */
  const reach = async (id: string, ...states: UploadState[]): Promise<Upload> => {
    let upload = await show(id)
    await until(`upload ${id} is ${states.join(' or ')}`, async () => {
      upload = await show(id)
      return states.includes(upload.state)
    })
    return upload
  }

  const announce = async (kind: UploadKind, filename: string, bytes: number): Promise<string> =>
    (await uploadFrom(await call('POST', '/uploads', { kind, filename, bytes }))).id

  const put = (id: string, part: number, bytes: Uint8Array, headers: Record<string, string> = {}): Promise<Response> =>
    call('PUT', `/uploads/${id}/parts/${part}`, new Uint8Array(bytes), { headers })

  /** Announces a file and sends all of its parts. */
  const send = async (kind: UploadKind, filename: string, text: string): Promise<string> => {
    const bytes = Buffer.from(text)
    const id = await announce(kind, filename, bytes.length)
    for (const { part, packed } of packParts(bytes)) {
      const response = await put(id, part, packed)
      if (response.status !== 200) throw new Error(`part ${part}: ${await response.text()}`)
    }
    return id
  }

  /** Sends a file and has it checked. */
  const prepare = async (
    kind: UploadKind,
    filename: string,
    text: string,
    options: CheckOptions = {},
  ): Promise<Upload> => {
    const id = await send(kind, filename, text)
    await post(id, 'check', options)
    return reach(id, 'ready', 'rejected', 'failed')
  }

  /** Commits what an upload shows, and waits until it has come to an end. */
  const commit = async ({ id, state, preview, warnings }: Upload): Promise<Upload> => {
    if (preview === null) {
      const problems = await (await call('GET', `/uploads/${id}/problems?limit=3`)).text()
      throw new Error(`upload ${id} is ${state}: ${JSON.stringify(warnings)} ${problems}`)
    }
    await post(id, 'commit', { preview })
    return reach(id, 'committed', 'ready', 'rejected', 'failed')
  }

  const report = async (query = ''): Promise<string> => {
    const response = await call('GET', `/report${query}`)
    if (!response.ok) throw new Error(await response.text())
    return comparableReport(await response.text())
  }

  const snapshots = async () => SnapshotList.parse(await (await call('GET', '/snapshots?limit=200')).json()).snapshots

  /** What rebuilding the books finds: all lines of the answer, of which the last counts. */
  const verify = async (): Promise<Verification> => {
    const text = await (await call('POST', '/verify')).text()
    return JSON.parse(text.trimEnd().split('\n').at(-1) ?? '')
  }

  return {
    address,
    call,
    tokenOf,
    show,
    post,
    reach,
    announce,
    put,
    send,
    prepare,
    commit,
    report,
    snapshots,
    verify,
  }
}

export function packParts(bytes: Uint8Array): { part: number; packed: Uint8Array }[] {
  return cutParts(bytes.length).map(({ part, start, length }) => ({
    part,
    packed: gzipSync(bytes.subarray(start, start + length), { level: 1 }),
  }))
}

/** The problem that an answer tells; fails where it is none. */
export async function problemIn(response: Response): Promise<ProblemDetails> {
  const type = response.headers.get('content-type')
  if (type !== 'application/problem+json') throw new Error(`${response.status} ${type}: ${await response.text()}`)
  return ProblemDetails.parse(await response.json())
}

async function issueToken(dataDir: string, role: Role): Promise<string> {
  const identity = await createDevIdentity({ mode: 'local', dataDir, now: () => new Date().toISOString() })
  return identity.issue({ name: `${role}@example.com`, role }, 1)
}
