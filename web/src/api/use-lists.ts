import type { CampaignList, CreatorList } from '../../../functions/contract/report.ts'
import { queryOf, type View } from '../state/view.ts'
import { answerOf, api } from './client.ts'
import { type Answer, useAnswer } from './use-answer.ts'

export type ListPage = { limit?: number; cursor?: string; search?: string; sort?: string; order?: 'asc' | 'desc' }

export function useCampaigns(view: View, page: ListPage = {}): Answer<CampaignList> {
  const query = { ...queryOf(view), ...page }
  const param = { workspace: view.workspace }
  return useAnswer(['campaigns', view.workspace, query], () => answerOf(api.campaigns.$get({ param, query })))
}

export function useCreators(view: View, page: ListPage = {}): Answer<CreatorList> {
  const query = { ...queryOf(view), ...page }
  const param = { workspace: view.workspace }
  return useAnswer(['creators', view.workspace, query], () => answerOf(api.creators.$get({ param, query })))
}
