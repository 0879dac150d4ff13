import type { Claims } from '../../../../functions/contract/claims.ts'
import { answerOf, api } from '../../api/client.ts'
import { type Answer, useAnswer } from '../../api/use-answer.ts'
import { queryOf, type View } from '../../state/view.ts'

/** What claims have in common with every report: neither a metric nor a compared range is asked for. */
export function useClaims(view: View): Answer<Claims> {
  const query = queryOf({ ...view, metric: null, compareFrom: null, compareTo: null })
  const param = { workspace: view.workspace }
  return useAnswer(['claims', view.workspace, query], () => answerOf(api.claims.$get({ param, query })))
}
