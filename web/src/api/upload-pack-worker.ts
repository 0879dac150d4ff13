import { digestOf, packPart } from './upload-parts.ts'

export type PackRequest = { id: number; blob: Blob }
export type PackAnswer = { id: number; body: Uint8Array<ArrayBuffer>; digest: string } | { id: number; failure: string }

self.addEventListener('message', async ({ data }: MessageEvent<PackRequest>) => {
  const { id, blob } = data
  try {
    const body = await packPart(blob)
    const answer: PackAnswer = { id, body, digest: await digestOf(body) }
    self.postMessage(answer, { transfer: [body.buffer] })
  } catch (error) {
    const answer: PackAnswer = { id, failure: String(error) }
    self.postMessage(answer)
  }
})
