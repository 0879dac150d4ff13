import { useEffect, useRef, useState } from 'preact/hooks'
import { useReport } from '../api/use-books.ts'
import { queryOf, type View } from '../state/view.ts'

/** Tells a screen reader the new answer, once, after another question was asked: its place on the page says nothing. */
export function Announcement({ view }: { view: View }) {
  const { data, stale } = useReport(view, { follow: true })
  const question = JSON.stringify(queryOf(view))
  const answered = useRef<string | undefined>(undefined)
  const [said, say] = useState('')
  const sentence = stale ? undefined : data?.comparison.sentence
  useEffect(() => {
    if (sentence === undefined) return
    // The same words again would not be read: a space that is not seen makes them others.
    if (answered.current !== undefined && answered.current !== question) {
      say((last) => (last === sentence ? `${sentence}\u00A0` : sentence))
    }
    answered.current = question
  }, [question, sentence])
  return (
    <p class="visually-hidden" role="status">
      {said}
    </p>
  )
}
