import { Plan, PlanQuery } from '../../contract/plan.ts'
import { Scenario } from '../../contract/scenario.ts'
import { CliError } from './cli-error.ts'
import { type Command, type CommandContext, commandLine, textOf, workspaceOf } from './command.ts'
import { answerOf, connect } from './connect.ts'
import { printPlan } from './print-plan.ts'
import { queryOptions, readQueryOptions } from './query-options.ts'
import { readWhole } from './read-options.ts'
import { printable } from './show-table.ts'

const names = Object.keys(PlanQuery.shape)
const counts = ['budget-minor', 'campaigns', 'months', 'snapshot'] as const

export const planCommand: Command = {
  usage: `plan [--budget-minor N] [--goal conversions|revenue] [--campaigns N] [--months N] [--save NAME]
         [--from DATE] [--to DATE] [--basis period|campaign] [--spend-basis accrued|paid] [--snapshot N | --preview P]
         [--campaign X] … as for report, but for tiers`,
  options: { ...queryOptions(names), save: { type: 'string' } },
  words: { min: 0, max: 0 },
  run: runPlan,
}

async function runPlan(context: CommandContext): Promise<void> {
  for (const name of counts) {
    const value = textOf(context.values[name])
    if (value !== undefined && !/^\d{1,15}$/.test(value)) readWhole(`--${name}`, value)
  }
  const save = textOf(context.values.save)
  if (save !== undefined && context.values.preview !== undefined)
    throw new CliError('--save: a preview is gone one day. Commit it, then save the plan.', 2)
  const query = readQueryOptions(names, context) as Partial<PlanQuery>
  const workspace = workspaceOf(context)
  const { api } = await connect(context.environment, workspace)
  const plan = await answerOf(Plan, await api.plan.$get({ param: { workspace }, query }))
  const saved = save === undefined ? null : await savePlan(api, workspace, save, plan)
  if (context.json) return context.print(JSON.stringify(saved ? { scenario: saved, plan } : plan, null, 2))
  context.print(printPlan(plan))
  if (saved)
    context.print(
      `\nSaved as “${printable(saved.name)}”. Again with: ${commandLine(workspace, `plans show ${saved.id}`)}`,
    )
}

/** Keeps what was just answered, of the very snapshot that it was answered from. */
async function savePlan(
  api: Awaited<ReturnType<typeof connect>>['api'],
  workspace: string,
  name: string,
  { query, snapshot }: Plan,
): Promise<Scenario> {
  const { from, to, budgetMinor, ...rest } = query
  const asked = {
    ...rest,
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(budgetMinor === null ? {} : { budgetMinor }),
    snapshot: snapshot.number,
  }
  return answerOf(Scenario, await api.scenarios.$post({ param: { workspace }, json: { name, query: asked } }))
}
