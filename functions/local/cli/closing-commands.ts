import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'
import { BookMonthList, BooksChange, BooksEdit, ChangeList } from '../../contract/books-change.ts'
import { ChangeId } from '../../contract/ids.ts'
import { CliError } from './cli-error.ts'
import { type Command, type CommandContext, commandLine, textOf, workspaceOf } from './command.ts'
import { answerOf, type Connection, connect } from './connect.ts'
import { pageOf, pageOptions } from './page-options.ts'
import { printChange } from './print-change.ts'
import { readWhole } from './read-options.ts'
import { createProgressBar } from './show-progress.ts'
import { formatMoney, formatTable } from './show-table.ts'

export const monthsCommand: Command = {
  usage: 'months',
  options: {},
  words: { min: 0, max: 0 },
  async run(context) {
    const { api, workspace } = await connect(context.environment, workspaceOf(context))
    const list = await answerOf(BookMonthList, await api.months.$get({ param: { workspace } }))
    if (context.json) return context.print(JSON.stringify(list, null, 2))
    const rows = list.months.map(({ month, state, totals, closing }) => [
      month,
      state,
      formatMoney(totals.spendMinor, totals.currency),
      formatMoney(totals.revenueMinor, totals.currency),
      closing && state === 'closed' ? closing.closed.by : null,
      closing?.restated ? `${closing.restated.times} times` : null,
    ])
    context.print(formatTable(['month', 'state', 'spend', 'revenue', 'closed by', 'restated'], rows))
  },
}

export const changeCommand: Command = {
  usage: `change close|reopen MONTH... | change currency CODE
         change settings [--micro-from N --micro-to N] [--objective NAME] [--four-eyes on|off]
         [--deal-hours N --hourly-minor N --other-minor N --deal-currency USD]
         (each with --commit and, where closed months change, --reason TEXT)`,
  options: {
    'micro-from': { type: 'string' },
    'micro-to': { type: 'string' },
    objective: { type: 'string' },
    'four-eyes': { type: 'string' },
    'deal-hours': { type: 'string' },
    'hourly-minor': { type: 'string' },
    'other-minor': { type: 'string' },
    'deal-currency': { type: 'string' },
    commit: { type: 'boolean' },
    reason: { type: 'string' },
  },
  words: { min: 1, max: 121 },
  async run(context) {
    const edit = readEdit(context)
    const commit = context.values.commit === true
    const connection = await connect(context.environment, workspaceOf(context), commit ? 'admin' : 'finance')
    const { api, workspace } = connection
    const asked = await answerOf(BooksChange, await api.changes.$post({ param: { workspace }, json: { edit } }))
    const change = await awaitChange(connection, asked.id)
    if (commit && change.state === 'ready') return agree(context, connection, change)
    show(context, change)
    requireState(connection, change, 'ready')
    if (!context.json)
      context.print(`\nNothing has changed yet. An admin commits it with\n  ${nextCommand(connection, change)}`)
  },
}

export const commitChangeCommand: Command = {
  usage: 'commit-change ID [--reason TEXT]',
  options: { reason: { type: 'string' } },
  words: { min: 1, max: 1 },
  async run(context) {
    const id = readChangeId(context.words[0])
    const connection = await connect(context.environment, workspaceOf(context), 'admin')
    await agree(context, connection, await awaitChange(connection, id))
  },
}

export const changesCommand: Command = {
  usage: 'changes [--limit N] [--cursor C]',
  options: pageOptions,
  words: { min: 0, max: 0 },
  async run(context) {
    const query = pageOf(context.values)
    const { api, workspace } = await connect(context.environment, workspaceOf(context))
    const list = await answerOf(ChangeList, await api.changes.$get({ param: { workspace }, query }))
    if (context.json) return context.print(JSON.stringify(list, null, 2))
    const rows = list.changes.map(({ id, edit, state, snapshot, createdBy, reason }) => [
      id,
      edit.kind,
      state,
      snapshot,
      createdBy,
      reason,
    ])
    context.print(formatTable(['change', 'kind', 'state', 'snapshot', 'staged by', 'reason'], rows))
  },
}

async function agree(context: CommandContext, connection: Connection, change: BooksChange): Promise<void> {
  const { api, workspace } = connection
  if (change.state === 'committed')
    return show(context, change, `It was committed already, as snapshot ${change.snapshot}: nothing changed.`)
  requireState(connection, change, 'ready')
  const reason = textOf(context.values.reason)
  const json = { preview: change.preview ?? '', ...(reason === undefined ? {} : { reason }) }
  await answerOf(BooksChange, await api.changes[':id'].commit.$post({ param: { workspace, id: change.id }, json }))
  const after = await awaitChange(connection, change.id)
  show(context, after)
  requireState(connection, after, 'committed')
}

function show({ json, print }: CommandContext, change: BooksChange, sentence = ''): void {
  print(json ? JSON.stringify(change, null, 2) : `${printChange(change)}${sentence === '' ? '' : `\n\n${sentence}`}`)
}

function requireState(connection: Connection, change: BooksChange, wanted: 'ready' | 'committed'): void {
  if (change.state === wanted) return
  if (change.state === 'ready')
    throw new CliError(`Nothing was committed: look at it again, then\n  ${nextCommand(connection, change)}`)
  throw new CliError(`The change is ${change.state}.`)
}

const nextCommand = ({ workspace }: Connection, { id, needsReason }: BooksChange): string =>
  commandLine(workspace, `commit-change ${id}${needsReason ? ' --reason "…"' : ''}`)

const pollMs = 100

async function awaitChange({ api, workspace }: Connection, id: string): Promise<BooksChange> {
  const bar = createProgressBar()
  try {
    for (;;) {
      const change = await answerOf(BooksChange, await api.changes[':id'].$get({ param: { workspace, id } }))
      if (change.state !== 'staging' && change.state !== 'committing') return change
      bar.show(change.progress.months, change.progress.monthsTotal, `${change.state}: months`)
      await sleep(pollMs)
    }
  } finally {
    bar.clear()
  }
}

function readChangeId(value: string | undefined): ChangeId {
  const id = ChangeId.safeParse(value)
  if (id.success) return id.data
  throw new CliError(`ID: "${String(value)}" is not the id of a change; npm run -s tierwise -- changes lists them.`, 2)
}

function readEdit({ words, values }: CommandContext): BooksEdit {
  const [kind, ...rest] = words
  const edit = { kind, ...editFields(kind, rest, values) }
  const read = BooksEdit.safeParse(edit)
  if (read.success) return read.data
  throw new CliError(`change ${words.join(' ')}: ${z.prettifyError(read.error)}\nUsage: ${changeCommand.usage}`, 2)
}

function editFields(kind: string | undefined, rest: string[], values: CommandContext['values']): object {
  if (kind === 'close' || kind === 'reopen') return { months: rest }
  if (kind === 'currency') return { currency: rest[0] }
  const [from, to] = [textOf(values['micro-from']), textOf(values['micro-to'])]
  if ((from === undefined) !== (to === undefined)) throw new CliError('Give --micro-from and --micro-to together.', 2)
  const eyes = textOf(values['four-eyes'])
  if (eyes !== undefined && eyes !== 'on' && eyes !== 'off') throw new CliError('--four-eyes: expected on or off', 2)
  const objective = textOf(values.objective)
  return {
    ...(from === undefined || to === undefined
      ? {}
      : { bands: { microFrom: readWhole('--micro-from', from, 1), microTo: readWhole('--micro-to', to, 1) } }),
    ...(objective === undefined ? {} : { objective }),
    ...(eyes === undefined ? {} : { fourEyes: eyes === 'on' }),
    ...dealCostFields(values),
  }
}

/** All four or none: what a deal costs is one statement. */
function dealCostFields(values: CommandContext['values']): object {
  const names = ['deal-hours', 'hourly-minor', 'other-minor', 'deal-currency'] as const
  const [hours, hourly, other, currency] = names.map((name) => textOf(values[name]))
  if ([hours, hourly, other, currency].every((text) => text === undefined)) return {}
  if (hours === undefined || hourly === undefined || other === undefined || currency === undefined)
    throw new CliError(`Give ${names.map((name) => `--${name}`).join(', ')} together.`, 2)
  return {
    dealCosts: {
      currency: currency.toUpperCase(),
      hours: Number(hours),
      hourlyMinor: readWhole('--hourly-minor', hourly, 0),
      otherMinor: readWhole('--other-minor', other, 0),
    },
  }
}
