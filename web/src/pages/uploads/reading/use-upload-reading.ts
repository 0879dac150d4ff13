import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Reading } from '../../../../../functions/contract/reading.ts'
import type { CheckOptions, Upload } from '../../../../../functions/contract/upload.ts'
import type { ApiProblem } from '../../../api/api-problem.ts'
import type { NextCheck } from '../../../api/check-options.ts'
import { useReading } from '../../../api/upload-reading.ts'
import { noEdits, type ReadingEdits } from './reading-edits.ts'
import { type Asked, toAsked } from './to-asked.ts'
import { isChosen, toChoice } from './to-choice.ts'

/** How an upload's file was read, what is asked about it, and what is about to be said. */
export type UploadReading = {
  upload: Upload
  /** Null where it was read as the template is written; undefined until that is known. */
  reading: Reading | null | undefined
  /** Why it is not known, and how to ask again. */
  problem: ApiProblem | undefined
  retry: () => void
  asked: Asked | null
  edits: ReadingEdits
  change: (edits: ReadingEdits) => void
  /** Amounts were rounded by the last check. */
  rounding: boolean
  /** Something has been said of how it is read. */
  chosen: boolean
  /** It may still be read otherwise, and nothing is under way. */
  open: boolean
  /** Checks the file again, with what is handed over or, with null, as if nothing had been said of it. */
  send: (edits: ReadingEdits | null) => void
  /** Checks the file again without what is remembered of its shape, and with nothing said of it. */
  without: () => void
}

const checkable: readonly Upload['state'][] = ['ready', 'rejected', 'failed']

type Check = {
  busy: boolean
  count: number
  /** With what the file was checked; undefined while that is not known. */
  last: CheckOptions | undefined
  run: (next: NextCheck) => void
}

export function useUploadReading(workspace: string, upload: Upload, check: Check): UploadReading {
  const { id } = upload
  const answer = useReading({ workspace, id }, upload, check.count)
  const known = answer.stale && answer.problem === undefined ? undefined : answer.data
  const reading = known?.reading
  // What was changed is of one reading: of the next it would say something else.
  const content = useMemo(() => JSON.stringify(reading ?? null), [reading])
  const [kept, keep] = useState({ content, edits: noEdits })
  const edits = kept.content === content ? kept.edits : noEdits
  const change = (next: ReadingEdits) => keep({ content, edits: next })
  useEffect(() => {
    if (upload.state === 'checking') keep({ content, edits: noEdits })
  }, [upload.state])
  const open = checkable.includes(upload.state)
  const send = (next: ReadingEdits | null) =>
    check.run(({ reading: last, ...rest }) => {
      const options = { ...rest, rowPolicy: upload.rowPolicy }
      return next === null ? options : { ...options, reading: reading ? toChoice(reading, next, last) : {} }
    })
  const without = () =>
    check.run(({ reading: _, ...rest }) => ({ ...rest, rowPolicy: upload.rowPolicy, remembered: 'none' }))
  const asked = useMemo(
    () => (upload.state === 'rejected' ? toAsked(reading ?? null, known?.missing ?? []) : null),
    [known, upload.state],
  )
  const last = check.last?.reading
  const rounding = last?.rounding ?? false
  const chosen = last !== undefined || (reading ? isChosen(reading) : false)
  const { problem, retry } = answer
  return {
    upload,
    reading,
    problem,
    retry,
    asked,
    edits,
    change,
    rounding,
    chosen,
    open: open && !check.busy,
    send,
    without,
  }
}
