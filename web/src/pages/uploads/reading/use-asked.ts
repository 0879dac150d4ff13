import type { Upload } from '../../../../../functions/contract/upload.ts'
import { useReading } from '../../../api/upload-reading.ts'
import { type SaidState, sayAsked, sayCount, sayLooking } from './say-asked.ts'
import { toAsked } from './to-asked.ts'

/** What a list says of a file that may wait for answers, and of the step to take; undefined where it does not. */
export function useAsked(
  workspace: string,
  id: string,
  upload: Upload | undefined,
): (SaidState & { step?: string }) | undefined {
  const rejected = upload?.state === 'rejected' ? upload : undefined
  const { data, problem } = useReading({ workspace, id }, rejected, 0)
  if (!rejected) return undefined
  if (data === undefined) return problem ? undefined : sayLooking()
  const asked = toAsked(data.reading, data.missing)
  return asked ? { ...sayAsked(asked), step: sayCount(asked) } : undefined
}
