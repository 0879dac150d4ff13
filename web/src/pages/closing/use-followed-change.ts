import { useEffect, useRef, useState } from 'preact/hooks'
import type { BooksChange } from '../../../../functions/contract/books-change.ts'
import { refreshAnswers } from '../../api/answer-store.ts'
import { useChange } from '../../api/books-changes.ts'

const busyMs = 300
/** Somebody else may take a step. */
const restMs = 4000
const working: readonly BooksChange['state'][] = ['staging', 'committing']

export const isInWork = ({ state }: Pick<BooksChange, 'state'>): boolean => working.includes(state)

/** A change, asked for again while something happens to it. */
export function useFollowedChange(workspace: string, id: string) {
  const [pollMs, setPollMs] = useState<number | undefined>(undefined)
  const answer = useChange({ workspace, id }, pollMs)
  const change = answer.data
  const works = change !== undefined && isInWork(change)
  const waits = change?.state === 'ready'
  useEffect(() => setPollMs(works ? busyMs : waits ? restMs : undefined), [works, waits])
  const worked = useRef(false)
  useEffect(() => {
    if (worked.current && !works) refreshAnswers()
    worked.current = works
  }, [works])
  return answer
}
