import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { type NewUpload, PartReceipt, Upload } from '../../contract/upload.ts'
import { cutParts } from '../cut-parts.ts'
import { isErrorCode } from '../is-error-code.ts'
import { CliError } from './cli-error.ts'
import { answerOf, type Connection } from './connect.ts'
import type { ProgressBar } from './show-progress.ts'

const pack = promisify(gzip)
const inFlight = 4
const triesMax = 4

type FileToSend = { path: string; kind: NewUpload['kind']; replaces?: NewUpload['replaces'] }

/** Announces a file and sends its parts, some at once; memory holds only those. */
export async function sendFile({ api, workspace }: Connection, file: FileToSend, bar: ProgressBar): Promise<Upload> {
  const handle = await openFile(file.path)
  try {
    const { size } = await handle.stat()
    const announced: NewUpload = {
      kind: file.kind,
      filename: basename(file.path),
      bytes: size,
      ...(file.replaces === undefined ? {} : { replaces: file.replaces }),
    }
    const upload = await answerOf(Upload, await api.uploads.$post({ param: { workspace }, json: announced }))
    const parts = cutParts(size)
    let sent = 0
    const next = parts.values()
    const sendNext = async () => {
      for (const { part, start, length } of next) {
        const stored = await pack(await readExactly(handle, start, length))
        await sendPart({ api, workspace }, upload.id, part, stored)
        sent += length
        bar.show(sent, size, 'sending')
      }
    }
    await Promise.all(Array.from({ length: inFlight }, sendNext))
    return upload
  } finally {
    await handle.close()
  }
}

async function openFile(path: string): Promise<FileHandle> {
  let handle: FileHandle
  try {
    handle = await open(path)
  } catch (error) {
    const missing = isErrorCode(error, 'ENOENT')
    const why = missing ? 'there is no such file' : error instanceof Error ? error.message : String(error)
    throw new CliError(`${path} cannot be read: ${why}.`)
  }
  if ((await handle.stat()).isFile()) return handle
  await handle.close()
  throw new CliError(`${path} is not a file. Name one file, for example march.csv.`)
}

async function readExactly(handle: FileHandle, start: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, start)
  if (bytesRead !== length) throw new CliError('The file became shorter while it was sent. Send it again.')
  return buffer
}

async function sendPart({ api, workspace }: Connection, id: string, part: number, stored: Buffer): Promise<void> {
  const digest = createHash('sha256').update(stored).digest('base64')
  const headers = { 'Content-Type': 'application/gzip', 'Content-Digest': `sha-256=:${digest}:` }
  for (let attempt = 1; ; attempt += 1) {
    const param = { workspace, id, part: String(part) }
    const response = await api.uploads[':id'].parts[':part'].$put(
      { param },
      { headers, init: { body: new Uint8Array(stored) } },
    )
    // A part may be sent again at any time: what the books could not take now they may take in a moment.
    const later = response.status as number
    if ((later !== 503 && later !== 429) || attempt === triesMax) {
      await answerOf(PartReceipt, response)
      return
    }
    await sleep(500 * 2 ** attempt)
  }
}
