import type { Claims } from '../../../../functions/contract/claims.ts'
import { answerOf, api } from '../../api/client.ts'
import { type Answer, useAnswer } from '../../api/use-answer.ts'
import { useReport } from '../../api/use-books.ts'
import { queryOf, type View } from '../../state/view.ts'

/** Claims heed neither a metric nor a compared range. */
const narrow = (view: View): View => ({ ...view, metric: null, compareFrom: null, compareTo: null })

export function useClaims(view: View): Answer<Claims> {
  const query = queryOf(narrow(view))
  const param = { workspace: view.workspace }
  return useAnswer(['claims', view.workspace, query], () => answerOf(api.claims.$get({ param, query })))
}

/** What has to be known of the same question: the report says it. */
export const useWarnings = (view: View): string[] =>
  (useReport(narrow(view)).data?.warnings ?? []).map(({ message }) => message)
