import type { CellPatchList, UploadLines } from '../../../functions/contract/cell-patch.ts'
import { answerOf, api } from './client.ts'
import type { UploadPlace } from './upload-steps.ts'
import { type Answer, useAnswer } from './use-answer.ts'

/** Lines of the file, cell by cell, as they are; `check` names the check. Null asks nothing. */
export function useLines(place: UploadPlace, check: string, lines: readonly number[] | null): Answer<UploadLines> {
  const wanted = lines?.join(',') ?? ''
  return useAnswer(wanted === '' ? null : ['lines', place, check, wanted], () =>
    answerOf(api.uploads[':id'].lines.$get({ param: place, query: { lines: wanted } })),
  )
}

/** The cells that were mended, with who did it; null asks nothing. */
export function usePatches(place: UploadPlace, check: string | null): Answer<CellPatchList> {
  return useAnswer(check === null ? null : ['patches', place, check], () =>
    answerOf(api.uploads[':id'].patches.$get({ param: place })),
  )
}
