import type { Upload, UploadState } from '../../../../functions/contract/upload.ts'
import type { Sending } from '../../api/upload-queue.ts'
import { formatBytes, formatCount } from '../../format/format.ts'
import { replacedWords, sendingWords, stateWords } from '../../messages/upload-states.ts'
import { t } from '../../messages/uploads.ts'

const working: readonly UploadState[] = ['checking', 'committing', 'reverting']

/** The service works on it: its state will change without anybody doing anything. */
export function isInWork({ state }: Pick<Upload, 'state'>): boolean {
  return working.includes(state)
}

type Replacement = Pick<Upload, 'state'>

/**
 * Where an upload stands and what to do next, in words. `sending`: what this window knows of its file. `replacement`: the
 * last of those that took its place one after another; undefined until it is known.
 */
export function describeUpload(
  upload: Pick<Upload, 'state' | 'replacedBy'>,
  sending?: Pick<Sending, 'phase'>,
  replacement?: Replacement,
): { title: string; advice: string } {
  if (upload.state === 'receiving' && sending) {
    return sending.phase === 'sent' ? stateWords.checking : sendingWords[sending.phase]
  }
  if (upload.replacedBy !== null && (upload.state === 'committed' || upload.state === 'reverted')) {
    return replacedWords[replacement === undefined ? 'unknown' : counts(replacement) ? 'counts' : 'gone']
  }
  return stateWords[upload.state]
}

function counts({ state }: Replacement): boolean {
  return state === 'committed' || state === 'reverting'
}

export type ShownProgress = { value: number | null; max: number; text: string }

/** How far the work is: bytes while they arrive, rows while they are read, months while they are folded. */
export function progressOf(
  { state, progress }: Pick<Upload, 'state' | 'progress'>,
  sending?: Pick<Sending, 'bytesSent'>,
): ShownProgress | null {
  const { bytes, bytesTotal, rows, months, monthsTotal } = progress
  if (state === 'receiving') {
    // After a break all is sent again, and what the service has from before counts already.
    const done = Math.max(bytes, sending?.bytesSent ?? 0)
    return bar(done, bytesTotal, t('sent', { done: formatBytes(done), total: formatBytes(bytesTotal) }))
  }
  if (!working.includes(state)) return null
  if (monthsTotal > 0 && (state !== 'checking' || bytes >= bytesTotal)) {
    const text = t('folding', { done: formatCount(months), total: formatCount(monthsTotal), rows: formatCount(rows) })
    return bar(months, monthsTotal, text)
  }
  if (state !== 'checking') return { value: null, max: 1, text: t('working') }
  const of = { done: formatBytes(bytes), total: formatBytes(bytesTotal) }
  return bar(bytes, bytesTotal, t('read', { rows: formatCount(rows), ...of }))
}

function bar(value: number, max: number, text: string): ShownProgress {
  return { value: Math.min(value, Math.max(1, max)), max: Math.max(1, max), text }
}

/** A screen reader is told tenths: each byte would be too much. */
export function announcedTenth({ value, max }: ShownProgress): number | null {
  return value === null ? null : Math.floor((value / max) * 10) * 10
}
