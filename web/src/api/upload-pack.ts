import type { PackAnswer, PackRequest } from './upload-pack-worker.ts'
import { digestOf, packPart } from './upload-parts.ts'

export type Packed = { body: Uint8Array<ArrayBuffer>; digest: string }
type Waiting = { blob: Blob; resolve: (packed: Packed | Promise<Packed>) => void; reject: (error: Error) => void }

const waiting = new Map<number, Waiting>()
let worker: Worker | null | undefined
let lastId = 0

/**
 * One gzip member of a blob and its digest. Browsers deflate on the thread that asks: several parts at once would hold
 * the page up for longer than a click may wait, so another thread asks.
 */
export function packInBackground(blob: Blob): Promise<Packed> {
  worker = worker === undefined ? openWorker() : worker
  if (worker === null) return packHere(blob)
  lastId += 1
  const request: PackRequest = { id: lastId, blob }
  const packed = new Promise<Packed>((resolve, reject) => waiting.set(request.id, { blob, resolve, reject }))
  worker.postMessage(request)
  return packed
}

async function packHere(blob: Blob): Promise<Packed> {
  const body = await packPart(blob)
  return { body, digest: await digestOf(body) }
}

function openWorker(): Worker {
  const opened = new Worker(new URL('./upload-pack-worker.ts', import.meta.url), { type: 'module' })
  opened.addEventListener('message', ({ data }: MessageEvent<PackAnswer>) => {
    const asked = waiting.get(data.id)
    waiting.delete(data.id)
    if ('failure' in data) asked?.reject(new Error(data.failure))
    else asked?.resolve(data)
  })
  opened.addEventListener('error', () => {
    // The worker's file could not be loaded: slower here is better than not at all.
    worker = null
    for (const { blob, resolve } of waiting.values()) resolve(packHere(blob))
    waiting.clear()
  })
  return opened
}
