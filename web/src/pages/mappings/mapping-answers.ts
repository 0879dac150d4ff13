import type { FileMapping, MappingEdit, NewMapping } from '../../../../functions/contract/mapping.ts'
import { refreshAnswers } from '../../api/answer-store.ts'
import { answerOf, api } from '../../api/client.ts'
import { useAnswer } from '../../api/use-answer.ts'

type MappingPlace = { workspace: string; id: string }

export function useMappings(workspace: string) {
  return useAnswer<{ mappings: FileMapping[] }>(['mappings', workspace], () =>
    answerOf(api.mappings.$get({ param: { workspace } })),
  )
}

/** Null asks nothing. */
export function useMapping(param: MappingPlace | null) {
  return useAnswer<FileMapping>(param && ['mapping', param], () =>
    answerOf(api.mappings[':id'].$get({ param: param as MappingPlace })),
  )
}

export async function saveMapping(param: MappingPlace, json: MappingEdit): Promise<FileMapping> {
  const saved: FileMapping = await answerOf(api.mappings[':id'].$put({ param, json }))
  refreshAnswers()
  return saved
}

/** Remembers how an upload was read. */
export async function rememberMapping(workspace: string, json: NewMapping): Promise<void> {
  await answerOf(api.mappings.$post({ param: { workspace }, json }))
  refreshAnswers()
}

export async function forgetMapping(param: MappingPlace): Promise<void> {
  await answerOf(api.mappings[':id'].$delete({ param }))
}
