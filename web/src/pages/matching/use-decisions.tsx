import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { MatchDecisions, MatchKind } from '../../../../functions/contract/match.ts'
import { refreshAnswers } from '../../api/answer-store.ts'
import type { View } from '../../state/view.ts'
import { ErrorBox } from '../../ui/states.tsx'
import { useStep } from '../uploads/use-step.ts'
import { decide } from './matching-answers.ts'
import { PreviewDialog } from './preview-dialog.tsx'

type Made = Partial<Omit<MatchDecisions, 'of'>>

/**
 * Sends decisions. What is to be merged or parted is shown in a dialog first; `onDone` hears when something was done.
 * `shown` belongs below the list.
 */
export function useDecisions(view: View, of: MatchKind, onDone: () => void) {
  const step = useStep()
  const [upload, setUpload] = useState<string | null>(null)
  const place = useRef<HTMLParagraphElement>(null)
  const finish = () => {
    refreshAnswers()
    onDone()
    // The button that was pressed is gone with its row.
    place.current?.focus()
  }
  const run = async (made: Made): Promise<void> => {
    await step.run(async () => {
      const outcome = await decide(view.workspace, { of, ...made })
      if (outcome.upload) setUpload(outcome.upload.id)
      else finish()
    })
  }
  const shown: ComponentChildren = (
    <>
      {step.problem && <ErrorBox problem={step.problem} />}
      {upload !== null && (
        <PreviewDialog
          key={upload}
          view={view}
          of={of}
          id={upload}
          onClose={(done) => {
            setUpload(null)
            if (done) finish()
          }}
        />
      )}
    </>
  )
  return { busy: step.busy, run, shown, place }
}

/** What is selected in a list, by keys. */
export function useSelection() {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  const toggle = (key: string): void => {
    const next = new Set(keys)
    if (!next.delete(key)) next.add(key)
    setKeys(next)
  }
  return { keys, toggle, set: (all: Iterable<string>) => setKeys(new Set(all)), clear: () => setKeys(new Set()) }
}
