import { useEffect, useReducer } from 'preact/hooks'
import type { CheckOptions, NewUpload } from '../../../functions/contract/upload.ts'
import { refreshAnswers } from './answer-store.ts'
import { type ApiProblem, toProblem } from './api-problem.ts'
import { sendFile } from './send-file.ts'
import { toFilename } from './upload-parts.ts'
import { announceUpload, checkUpload } from './upload-steps.ts'

/** A file that this window sends. `broken`: stands still until it is resumed. `sent`: the service has it all. */
export type Sending = {
  workspace: string
  id: string
  filename: string
  bytes: number
  bytesSent: number
  phase: 'queued' | 'sending' | 'broken' | 'sent'
  problem: ApiProblem | undefined
}

type Job = Sending & { file: File; options: CheckOptions; arrived: Set<number>; stop: AbortController }
type FileToSend = { file: File; kind: NewUpload['kind']; replaces?: NewUpload['replaces']; options?: CheckOptions }

const jobs = new Map<string, Job>()
const changed = new EventTarget()
/** One file after another: together they never have more parts on their way than one. */
let turn: Promise<void> = Promise.resolve()

/** Announces a file and sends it in the background, whatever page is shown. @returns the upload's id */
export async function startUpload(workspace: string, { file, kind, replaces, options = {} }: FileToSend) {
  const upload = await announceUpload(workspace, {
    kind,
    filename: toFilename(file.name),
    bytes: file.size,
    ...(replaces === undefined ? {} : { replaces }),
  })
  sendInBackground({ workspace, id: upload.id, file, options })
  return upload.id
}

/** Sends a file for an upload that waits for it: one that was begun before this page was opened. */
export function sendInBackground(job: { workspace: string; id: string; file: File; options?: CheckOptions }): void {
  const { workspace, id, file, options = {} } = job
  const place = { workspace, id, filename: file.name, bytes: file.size, bytesSent: 0 }
  jobs.set(id, {
    ...place,
    phase: 'queued',
    problem: undefined,
    file,
    options,
    arrived: new Set(),
    stop: new AbortController(),
  })
  queue(id)
}

/** Goes on with a file that broke off; what has arrived is not sent again. */
export function resumeSending(id: string): void {
  const job = jobs.get(id)
  if (job?.phase !== 'broken') return
  change(job, { phase: 'queued', problem: undefined })
  queue(id)
}

export function stopSending(id: string): void {
  jobs.get(id)?.stop.abort()
  jobs.delete(id)
  changed.dispatchEvent(new Event('change'))
}

/** The file of an upload, where this window has sent it. */
export function fileOf(id: string): File | undefined {
  return jobs.get(id)?.file
}

function queue(id: string): void {
  changed.dispatchEvent(new Event('change'))
  turn = turn.then(() => {
    const job = jobs.get(id)
    return job && !job.stop.signal.aborted ? run(job) : undefined
  })
}

async function run(job: Job): Promise<void> {
  const { workspace, id, file, arrived, stop, options } = job
  change(job, { phase: 'sending' })
  try {
    await sendFile({
      workspace,
      id,
      file,
      arrived,
      signal: stop.signal,
      onArrived: (bytes) => change(job, { bytesSent: job.bytesSent + bytes }),
    })
    await checkUpload({ workspace, id }, options)
    change(job, { phase: 'sent' })
    refreshAnswers()
  } catch (error) {
    if (!stop.signal.aborted) change(job, { phase: 'broken', problem: toProblem(error) })
  }
}

function change(job: Job, fields: Partial<Sending>): void {
  Object.assign(job, fields)
  changed.dispatchEvent(new Event('change'))
}

/** What this window sends or has sent, in the order in which it was chosen. */
export function useSendings(): Sending[] {
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    const listener = () => redraw(undefined)
    listener()
    changed.addEventListener('change', listener)
    return () => changed.removeEventListener('change', listener)
  }, [])
  return [...jobs.values()]
}

globalThis.addEventListener?.('online', () => {
  for (const { id, problem } of jobs.values()) if (problem?.code === 'offline') resumeSending(id)
})
globalThis.addEventListener?.('beforeunload', (event) => {
  // A closed window cannot read the file any more: what has arrived stays, the rest has to be chosen again.
  if ([...jobs.values()].some(({ phase }) => phase === 'queued' || phase === 'sending')) event.preventDefault()
})
