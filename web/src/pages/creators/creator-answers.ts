import type { CreatorHistory, CreatorPostList } from '../../../../functions/contract/creator.ts'
import type { CreatorList } from '../../../../functions/contract/report.ts'
import type { Vetting, VettingList } from '../../../../functions/contract/vetting.ts'
import { readProblem } from '../../api/api-problem.ts'
import { answerOf, api, fetchAsUser } from '../../api/client.ts'
import { type Answer, useAnswer } from '../../api/use-answer.ts'
import { queryOf, stateQueryOf, type View } from '../../state/view.ts'

type Place = { workspace: string; id: string }

/** One creator as it stands among all of the view. */
export function useCreatorAmong(view: View, id: string): Answer<CreatorList> {
  return useAnswer(['creator among', view.workspace, queryOf(view), id], () =>
    answerOf(api.creators.$get({ param: { workspace: view.workspace }, query: { ...queryOf(view), only: id } })),
  )
}

export function useCreatorHistory(view: View, id: string): Answer<CreatorHistory> {
  const { workspace } = view
  return useAnswer(['creator history', workspace, stateQueryOf(view), id], () =>
    answerOf(api.creators[':id'].$get({ param: { workspace, id }, query: stateQueryOf(view) })),
  )
}

const postsShown = 10

/** @param cursor empty for the newest */
export function useCreatorPosts(view: View, id: string, cursor: string): Answer<CreatorPostList> {
  const { workspace } = view
  const page = { limit: postsShown, ...(cursor === '' ? {} : { cursor }) }
  return useAnswer(['creator posts', workspace, stateQueryOf(view), id, cursor], () =>
    answerOf(api.creators[':id'].posts.$get({ param: { workspace, id }, query: { ...stateQueryOf(view), ...page } })),
  )
}

export function useVetting(place: Place): Answer<Vetting> {
  return useAnswer(['vetting', place], () => answerOf(api.creators[':id'].vetting.$get({ param: place })))
}

/** Null asks nothing. */
export function useVettings(workspace: string | null): Answer<VettingList> {
  return useAnswer(workspace === null ? null : ['vettings', workspace], () =>
    answerOf(api.vettings.$get({ param: { workspace: workspace ?? '' } })),
  )
}

export async function setShortlisted(place: Place, shortlisted: boolean): Promise<void> {
  await answerOf(api.creators[':id'].shortlist.$put({ param: place, json: { shortlisted } }))
}

export async function addNote(place: Place, text: string): Promise<void> {
  await answerOf(api.creators[':id'].notes.$post({ param: place, json: { text } }))
}

export async function removeNote(place: Place, note: string): Promise<void> {
  await answerOf(api.creators[':id'].notes[':note'].$delete({ param: { ...place, note } }))
}

/** The shortlist with the view's figures. Throws an `ApiProblem`. */
export async function loadShortlistCsv(view: View): Promise<Blob> {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(queryOf(view)))
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one))
  const response = await fetchAsUser(`/api/w/${view.workspace}/shortlist.csv?${query}`)
  if (!response.ok) throw await readProblem(response)
  return response.blob()
}
