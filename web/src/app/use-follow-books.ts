import { useEffect, useRef } from 'preact/hooks'
import { refreshAnswers } from '../api/answer-store.ts'
import { useBooks } from '../api/use-books.ts'
import type { View } from '../state/view.ts'
import { useReach } from './use-reach.ts'

const restMs = 15_000
const busyMs = 1500
/** While the service does not answer. */
const silentMs = 3000
/** After a change another one is likely: files come in groups. */
const busyForMs = 60_000

/** Looks for changes of the books while their newest state is shown, and has the page ask anew when there is one. */
export function useFollowBooks(view: View): void {
  const reach = useReach()
  const newest = view.snapshot === null && view.preview === null
  const last = useRef<number | undefined>(undefined)
  const known = useBooks(view).data
  const changing = !known || known.uploads === 0 || Date.now() - Date.parse(known.snapshot.committedAt) < busyForMs
  const pollMs = reach === 'silent' ? silentMs : newest ? (changing ? busyMs : restMs) : undefined
  const number = useBooks(view, { pollMs }).data?.snapshot.number
  useEffect(() => {
    if (newest && last.current !== undefined && number !== undefined && number !== last.current) refreshAnswers()
    last.current = newest ? number : undefined
  }, [number, newest])
  const lastReach = useRef(reach)
  useEffect(() => {
    if (reach !== 'offline' && lastReach.current !== 'ok') refreshAnswers()
    lastReach.current = reach
  }, [reach])
}
