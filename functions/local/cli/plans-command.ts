import { Scenario, ScenarioList, ScenarioPlan } from '../../contract/scenario.ts'
import { CliError } from './cli-error.ts'
import { type Command, type CommandContext, workspaceOf } from './command.ts'
import { answerOf, type Connection, connect } from './connect.ts'
import { printPlan } from './print-plan.ts'
import { formatMoney, formatTable, printable } from './show-table.ts'

export const plansCommand: Command = {
  usage: 'plans [show ID | delete ID]',
  options: {},
  words: { min: 0, max: 2 },
  async run(context) {
    const [action, id = ''] = context.words
    const connection = await connect(context.environment, workspaceOf(context))
    if (action === undefined) return list(context, connection)
    if (action === 'show' && id !== '') return show(context, connection, id)
    if (action === 'delete' && id !== '') return remove(context, connection, id)
    throw new CliError(`Usage: ${plansCommand.usage}`, 2)
  },
}

async function list({ json, print }: CommandContext, { api, workspace }: Connection): Promise<void> {
  const answer = await answerOf(ScenarioList, await api.scenarios.$get({ param: { workspace } }))
  if (json) return print(JSON.stringify(answer, null, 2))
  if (answer.scenarios.length === 0) return print('No plan is saved yet: plan --save NAME saves one.')
  const rows = answer.scenarios.map(({ id, name, query, currency, savedBy, savedAt }) => [
    id,
    printable(name),
    query.budgetMinor === undefined ? 'as so far' : formatMoney(query.budgetMinor, currency),
    query.goal,
    `${query.campaigns} x ${query.months}`,
    query.snapshot,
    printable(savedBy),
    savedAt.slice(0, 10),
  ])
  print(formatTable(['id', 'name', 'budget', 'goal', 'campaigns x months', 'snapshot', 'saved by', 'on'], rows))
}

async function show({ json, print }: CommandContext, { api, workspace }: Connection, id: string): Promise<void> {
  const shown = await answerOf(ScenarioPlan, await api.scenarios[':id'].$get({ param: { workspace, id } }))
  print(json ? JSON.stringify(shown, null, 2) : `“${printable(shown.scenario.name)}”\n${printPlan(shown.plan)}`)
}

async function remove({ json, print }: CommandContext, { api, workspace }: Connection, id: string): Promise<void> {
  const deleted = await answerOf(Scenario, await api.scenarios[':id'].$delete({ param: { workspace, id } }))
  print(json ? JSON.stringify(deleted, null, 2) : `“${printable(deleted.name)}” is deleted.`)
}
