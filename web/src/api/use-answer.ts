import { useEffect, useReducer, useRef } from 'preact/hooks'
import { entryOf, loadEntry, loadUnlessFresh, onRefresh } from './answer-store.ts'
import type { ApiProblem } from './api-problem.ts'

export type Answer<T> = {
  /** The answer, or the last one of this place while another question is under way. */
  data: T | undefined
  problem: ApiProblem | undefined
  /** The question is under way. */
  loading: boolean
  /** `data` answers an earlier question, or could not be brought up to date. */
  stale: boolean
  retry: () => void
}

export type AnswerOptions = {
  pollMs?: number | undefined
  /** Asks nothing itself: follows what others on the page ask. */
  follow?: boolean
}

/**
 * Asks when the page shows and when `key` changes. The key names the question: equal keys share one answer, also
 * between components. A null key asks nothing.
 */
export function useAnswer<T>(
  key: readonly unknown[] | null,
  load: () => Promise<T>,
  options: AnswerOptions = {},
): Answer<T> {
  const name = key === null ? null : JSON.stringify(key)
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const shown = useRef<{ name: string; data: T } | null>(null)
  const latest = useRef(load)
  latest.current = load
  const ask = () => (name === null ? Promise.resolve() : loadEntry(name, () => latest.current()))

  useEffect(() => {
    if (name === null) return
    const entry = entryOf(name)
    const listener = () => redraw(undefined)
    entry.listeners.add(listener)
    // What came after the first drawing and before this is shown, whether it is asked for again or not.
    listener()
    if (!options.follow) loadUnlessFresh(name, () => latest.current())
    const stop = options.follow ? undefined : onRefresh(() => void ask())
    return () => {
      entry.listeners.delete(listener)
      stop?.()
    }
  }, [name])

  const { pollMs } = options
  useEffect(() => {
    if (name === null || pollMs === undefined) return
    const timer = setInterval(() => document.hidden || void ask(), pollMs)
    return () => clearInterval(timer)
  }, [name, pollMs])

  if (name === null) return { data: undefined, problem: undefined, loading: false, stale: false, retry: () => {} }
  const entry = entryOf(name)
  if (entry.data !== undefined) shown.current = { name, data: entry.data as T }
  else if (entry.problem !== undefined || shown.current?.name === name) shown.current = null
  const kept = shown.current
  return {
    data: kept?.data,
    problem: entry.problem,
    loading: entry.pending !== undefined || (entry.data === undefined && entry.problem === undefined),
    stale: kept !== null && (kept.name !== name || entry.problem !== undefined),
    retry: () => void ask(),
  }
}
