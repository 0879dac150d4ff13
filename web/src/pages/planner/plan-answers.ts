import type { Plan } from '../../../../functions/contract/plan.ts'
import type { Scenario, ScenarioPlan } from '../../../../functions/contract/scenario.ts'
import { refreshAnswers } from '../../api/answer-store.ts'
import { answerOf, api } from '../../api/client.ts'
import { type Answer, useAnswer } from '../../api/use-answer.ts'
import type { View } from '../../state/view.ts'
import { type PlanParameters, planQueryOf } from './plan-question.ts'

export function usePlan(view: View, parameters: PlanParameters): Answer<Plan> {
  const query = planQueryOf(view, parameters)
  const param = { workspace: view.workspace }
  return useAnswer<Plan>(['plan', view.workspace, query], () => answerOf(api.plan.$get({ param, query })))
}

export function useScenarios(workspace: string): Answer<{ scenarios: Scenario[] }> {
  return useAnswer<{ scenarios: Scenario[] }>(['scenarios', workspace], () =>
    answerOf(api.scenarios.$get({ param: { workspace } })),
  )
}

/** An empty id asks nothing. */
export function useScenario(workspace: string, id: string): Answer<ScenarioPlan> {
  return useAnswer<ScenarioPlan>(id === '' ? null : ['scenario', workspace, id], () =>
    answerOf(api.scenarios[':id'].$get({ param: { workspace, id } })),
  )
}

/** Keeps the plan that is shown, of the very snapshot that it was answered from. */
export async function saveScenario(
  view: View,
  parameters: PlanParameters,
  { name, snapshot }: { name: string; snapshot: number },
): Promise<void> {
  const { preview: _, ...query } = planQueryOf(view, parameters)
  await answerOf(
    api.scenarios.$post({ param: { workspace: view.workspace }, json: { name, query: { ...query, snapshot } } }),
  )
  refreshAnswers()
}

export async function deleteScenario(workspace: string, id: string): Promise<void> {
  await answerOf(api.scenarios[':id'].$delete({ param: { workspace, id } }))
  refreshAnswers()
}
