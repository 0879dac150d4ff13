import type { PlanGoal } from '../../contract/plan.ts'
import type { Objective } from '../../contract/report.ts'

/** What a plan is to bring where nothing is said: what suits the workspace's objective. */
export const goalOf = (asked: PlanGoal | undefined, objective: Objective): PlanGoal =>
  asked ?? (objective === 'sales' ? 'revenue' : 'conversions')
