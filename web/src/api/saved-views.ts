import type { SavedView, SavedViewChange } from '../../../functions/contract/saved-view.ts'
import { refreshAnswers } from './answer-store.ts'
import { answerOf, api } from './client.ts'
import { type Answer, useAnswer } from './use-answer.ts'

export type ViewToSave = Pick<SavedView, 'name' | 'path' | 'search' | 'snapshot' | 'shared'>

export function useSavedViews(workspace: string): Answer<{ views: SavedView[] }> {
  return useAnswer<{ views: SavedView[] }>(['saved views', workspace], () =>
    answerOf(api.views.$get({ param: { workspace } })),
  )
}

export async function saveView(workspace: string, view: ViewToSave): Promise<void> {
  await answerOf(api.views.$post({ param: { workspace }, json: view }))
  refreshAnswers()
}

export async function changeSavedView(workspace: string, id: string, change: SavedViewChange): Promise<void> {
  await answerOf(api.views[':id'].$patch({ param: { workspace, id }, json: change }))
  refreshAnswers()
}

export async function deleteSavedView(workspace: string, id: string): Promise<void> {
  await answerOf(api.views[':id'].$delete({ param: { workspace, id } }))
  refreshAnswers()
}
