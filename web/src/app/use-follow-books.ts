import { useEffect, useRef } from 'preact/hooks'
import { refreshAnswers } from '../api/answer-store.ts'
import { useBooks } from '../api/use-books.ts'
import type { View } from '../state/view.ts'

const restMs = 15_000
const busyMs = 1500
/** After a change another one is likely: files come in groups. */
const busyForMs = 60_000

/** Looks for changes of the books while their newest state is shown, and has the page ask anew when there is one. */
export function useFollowBooks(view: View): void {
  const newest = view.snapshot === null && view.preview === null
  const last = useRef<number | undefined>(undefined)
  const known = useBooks(view).data
  const changing = !known || known.uploads === 0 || Date.now() - Date.parse(known.snapshot.committedAt) < busyForMs
  const number = useBooks(view, { pollMs: newest ? (changing ? busyMs : restMs) : undefined }).data?.snapshot.number
  useEffect(() => {
    if (newest && last.current !== undefined && number !== undefined && number !== last.current) refreshAnswers()
    last.current = newest ? number : undefined
  }, [number, newest])
}
