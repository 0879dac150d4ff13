import { useEffect, useState } from 'preact/hooks'
import { type Answer, useAnswer } from '../../api/use-answer.ts'
import { queryOf, type View } from '../../state/view.ts'
import { type LoadedCreators, loadCreators } from './load-creators.ts'

export type Reading = { read: number; of: number }

const readings = new EventTarget()

/** The view's creators, once they are wanted. */
export function useCreators(wanted: boolean, view: View): Answer<LoadedCreators> {
  const { metric: _, ...query } = queryOf(view)
  return useAnswer(wanted ? ['every-creator', view.workspace, query] : null, () =>
    loadCreators(view, (read, of) => readings.dispatchEvent(new CustomEvent('read', { detail: { read, of } }))),
  )
}

/** How far their reading is: told apart from the answer, because a step is news only to who shows it. */
export function useReading(): Reading | undefined {
  const [reading, setReading] = useState<Reading>()
  useEffect(() => {
    const listener = (event: Event) => setReading((event as CustomEvent<Reading>).detail)
    readings.addEventListener('read', listener)
    return () => readings.removeEventListener('read', listener)
  }, [])
  return reading
}
