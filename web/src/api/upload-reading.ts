import type { Reading } from '../../../functions/contract/reading.ts'
import type { Upload } from '../../../functions/contract/upload.ts'
import { answerOf, api } from './client.ts'
import type { UploadPlace } from './upload-steps.ts'
import { type Answer, useAnswer } from './use-answer.ts'

/** How a file was understood, and which columns its kind cannot do without and were not found in it. */
export type KnownReading = { reading: Reading | null; missing: string[] }

const problemsMax = 200
const unchecked: readonly Upload['state'][] = ['receiving', 'checking']

/** The reading of the last check; asks nothing while there is none. `check` tells one check from the next. */
export function useReading(place: UploadPlace, upload: Upload | undefined, check: number): Answer<KnownReading> {
  const key = upload && !unchecked.includes(upload.state) ? keyOf(place, upload, check) : null
  return useAnswer(key, () => loadReading(place, upload?.state === 'rejected' && upload.rows.valid === 0))
}

const keyOf = (place: UploadPlace, { state, rows, preview }: Upload, check: number): readonly unknown[] => [
  'reading',
  place,
  state,
  rows,
  preview,
  check,
]

async function loadReading(param: UploadPlace, isUnread: boolean): Promise<KnownReading> {
  const { reading } = await answerOf(api.uploads[':id'].reading.$get({ param }))
  if (reading === null || !isUnread) return { reading, missing: [] }
  const query = { limit: problemsMax } as Record<never, never>
  const { problems } = await answerOf(api.uploads[':id'].problems.$get({ param, query }))
  return { reading, missing: problems.filter(({ code }) => code === 'column-missing').map(({ column }) => column) }
}
