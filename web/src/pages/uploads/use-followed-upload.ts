import { useEffect, useRef, useState } from 'preact/hooks'
import type { Upload } from '../../../../functions/contract/upload.ts'
import { refreshAnswers } from '../../api/answer-store.ts'
import type { Answer } from '../../api/use-answer.ts'
import { useUpload } from '../../api/use-ledger.ts'
import { isInWork } from './describe-upload.ts'

const busyMs = 400
const receivingMs = 2000
/** Somebody else may take a step. */
const restMs = 4000
const ended: readonly Upload['state'][] = ['cancelled', 'expired']
/** How long after a step the answer may still be from before it. */
const settleMs = 3000

export type Staging = 'revert' | 'commit'
/** `before`: the preview that was there already, which is not what was asked for. */
type Asked = { staging: Staging; before: string | null }

type Followed = {
  answer: Answer<Upload>
  /** A preview that was asked for and is not there yet. */
  staging: Staging | null
  /** Tells that a step was taken: what is shown may change from now on. */
  stepped: (staging?: Staging) => void
}

/** An upload, asked for again while something happens to it. */
export function useFollowedUpload(workspace: string, id: string): Followed {
  const [pollMs, setPollMs] = useState<number | undefined>(undefined)
  const [steppedAt, setSteppedAt] = useState(0)
  const [asked, setAsked] = useState<Asked | null>(null)
  const staging = asked?.staging ?? null
  const answer = useUpload(workspace, id, { pollMs })
  const upload = answer.data
  const works = upload !== undefined && isInWork(upload)
  const receiving = upload?.state === 'receiving'
  const over = upload !== undefined && ended.includes(upload.state)

  useEffect(() => {
    setPollMs(works || staging || steppedAt > 0 ? busyMs : receiving ? receivingMs : over ? undefined : restMs)
  }, [works, receiving, over, staging, steppedAt])
  useEffect(() => {
    if (steppedAt === 0) return
    const timer = setTimeout(() => setSteppedAt(0), settleMs)
    return () => clearTimeout(timer)
  }, [steppedAt])

  const worked = useRef(false)
  useEffect(() => {
    if (worked.current && !works) refreshAnswers()
    worked.current = works
  }, [works])
  const staged = upload !== undefined && asked !== null && isStaged(upload, asked)
  useEffect(() => {
    if (staged) setAsked(null)
  }, [staged])

  const stepped = (next?: Staging): void => {
    setSteppedAt(Date.now())
    setAsked(next ? { staging: next, before: upload?.preview ?? null } : null)
    answer.retry()
  }
  return { answer, staging, stepped }
}

const refusals = ['task-failed', 'revert-refused', 'recommit-conflict']

function isStaged({ state, preview, previewAction, warnings }: Upload, { staging, before }: Asked): boolean {
  if (state !== (staging === 'revert' ? 'committed' : 'reverted')) return true
  return (
    (preview !== null && preview !== before && previewAction === staging) ||
    warnings.some(({ code }) => refusals.includes(code))
  )
}
