import { setTimeout as sleep } from 'node:timers/promises'
import { Report } from '../../contract/report.ts'
import { Upload } from '../../contract/upload.ts'
import { CliError } from './cli-error.ts'
import { type Command, type CommandContext, commandLine, workspaceOf } from './command.ts'
import { answerOf, type Connection, connect } from './connect.ts'
import { printUpload } from './print-upload.ts'
import { readChoice, readUploadId } from './read-options.ts'
import { createProgressBar, type ProgressBar } from './show-progress.ts'
import { type Cell, formatMoney, formatTable, printable } from './show-table.ts'

type Action = 'revert' | 'commit'

const actions = ['revert', 'commit'] as const
const refusals = ['recommit-conflict', 'task-failed', 'revert-refused']
const pollMs = 200
/** A refusal that stood there before counts as the answer once nothing moves for so long. */
const quietMs = 6000

export const previewCommand: Command = {
  usage: `preview ID --action ${actions.join('|')}`,
  options: { action: { type: 'string' } },
  words: { min: 1, max: 1 },
  run: runPreview,
}

async function runPreview(context: CommandContext): Promise<void> {
  const id = readUploadId('ID', context.words[0])
  const { action: given } = context.values
  if (given === undefined) throw new CliError('--action is missing. Say what to look at: revert or commit.', 2)
  const action = readChoice('--action', actions, given)
  const connection = await connect(context.environment, workspaceOf(context))
  const { api, workspace } = connection
  const param = { workspace, id }
  const asked = await answerOf(Upload, await api.uploads[':id'].preview.$post({ param, json: { action } }))
  const bar = createProgressBar()
  const upload = await awaitPreview(connection, asked, action, bar).finally(bar.clear)
  if (context.json) return context.print(JSON.stringify(upload, null, 2))
  const changes = await describeChanges(connection, upload.preview ?? '')
  const next = commandLine(workspace, `${action} ${id} --preview ${upload.preview}`)
  context.print(`${printUpload(upload)}\n\n${changes}\n\nThe books are as they were. To do it:\n  ${next}`)
}

async function awaitPreview(connection: Connection, asked: Upload, action: Action, bar: ProgressBar): Promise<Upload> {
  const { api, workspace } = connection
  const before = refusalOf(asked)
  let last = ''
  let movedAt = performance.now()
  for (;;) {
    const upload = await answerOf(Upload, await api.uploads[':id'].$get({ param: { workspace, id: asked.id } }))
    if (upload.preview !== null && upload.previewAction === action) return upload
    const refusal = refusalOf(upload)
    const progress = JSON.stringify(upload.progress)
    if (progress !== last) movedAt = performance.now()
    last = progress
    const settled = refusal !== before || performance.now() - movedAt > quietMs
    if (refusal !== '' && settled) throw new CliError(`There is no preview of the ${action}. ${refusal}`)
    if (upload.state !== asked.state) throw new CliError(`The upload is ${upload.state} meanwhile. Look at it again.`)
    bar.show(upload.progress.months, upload.progress.monthsTotal, `preview of the ${action}: months`)
    await sleep(pollMs)
  }
}

function refusalOf({ warnings }: Upload): string {
  const found = warnings.filter(({ code }) => refusals.includes(code))
  return found.map(({ message }) => printable(message)).join(' ')
}

/** What a report over all dates would say instead of what it says. */
async function describeChanges({ api, workspace }: Connection, preview: string): Promise<string> {
  const param = { workspace }
  const before = await answerOf(Report, await api.report.$get({ param, query: {} }))
  const after = await answerOf(Report, await api.report.$get({ param, query: { preview } }))
  const earlier = figuresOf(before)
  const rows = [...figuresOf(after)].flatMap(([name, value]): Cell[][] => {
    const from = earlier.get(name) ?? 0
    const text = (minor: number) => (name.startsWith('spend') ? formatMoney(minor, after.currency) : minor)
    return from === value ? [] : [[name, text(from), text(value), text(value - from)]]
  })
  return rows.length === 0 ? 'No total changes.' : formatTable(['total', 'before', 'after', 'change'], rows)
}

function figuresOf({ reconciliation, tiers }: Report): Map<string, number> {
  return new Map([
    ['spend, all', reconciliation.ledgerMinor],
    ['spend, overhead', reconciliation.overheadMinor],
    ['spend, unmatched', reconciliation.unmatchedMinor],
    ...Object.entries(tiers).flatMap(([tier, { spendMinor, conversions }]): [string, number][] => [
      [`spend, ${tier}`, spendMinor],
      [`conversions, ${tier}`, conversions],
    ]),
  ])
}
