import type * as z from 'zod'
import { UploadId } from '../../contract/ids.ts'
import { ProblemList } from '../../contract/problem.ts'
import { CheckOptions, Upload, UploadKind } from '../../contract/upload.ts'
import { awaitUpload } from './await-upload.ts'
import { CliError } from './cli-error.ts'
import { type Command, type CommandContext, workspaceOf } from './command.ts'
import { answerOf, type Connection, connect } from './connect.ts'
import { printUpload } from './print-upload.ts'
import { sendFile } from './send-file.ts'
import { createProgressBar, type ProgressBar } from './show-progress.ts'
import { printable } from './show-table.ts'

const problemsShown = 10

export const uploadCommand: Command = {
  usage: `upload FILE --kind ${UploadKind.options.join('|')} [--commit] [--replaces ID]
         [--row-policy all|valid] [--figures daily|lifetime] [--moves problem|move] [--twins problem|differ]`,
  options: {
    kind: { type: 'string' },
    commit: { type: 'boolean' },
    replaces: { type: 'string' },
    'row-policy': { type: 'string' },
    figures: { type: 'string' },
    moves: { type: 'string' },
    twins: { type: 'string' },
  },
  words: { min: 1, max: 1 },
  run: runUpload,
}

async function runUpload(context: CommandContext): Promise<void> {
  const { values, words, environment, print, json } = context
  const path = words[0] ?? ''
  const kind = readOption('--kind', UploadKind, values.kind)
  const replaces =
    values.replaces === undefined ? {} : { replaces: readOption('--replaces', UploadId, values.replaces) }
  const options = readOption('options', CheckOptions, {
    ...(values['row-policy'] === undefined ? {} : { rowPolicy: values['row-policy'] }),
    ...(values.figures === undefined ? {} : { figures: values.figures }),
    ...(values.moves === undefined ? {} : { moves: values.moves }),
    ...(values.twins === undefined ? {} : { twins: values.twins }),
  })
  const connection = await connect(environment, workspaceOf(context))
  const bar = createProgressBar()
  try {
    const { id } = await sendFile(connection, { path, kind, ...replaces }, bar)
    let upload = await checkUpload(connection, id, options, bar)
    if (upload.state === 'ready' && values.commit === true) upload = await commitUpload(connection, upload, bar)
    bar.clear()
    print(json ? JSON.stringify(upload, null, 2) : printUpload(upload))
    await requireLoaded(connection, upload, values.commit === true)
  } finally {
    bar.clear()
  }
}

function readOption<S extends z.ZodType>(name: string, schema: S, value: unknown): z.output<S> {
  const outcome = schema.safeParse(value)
  if (outcome.success) return outcome.data
  const issues = outcome.error.issues.map(({ path, message }) => [...path.map(String), message].join(': '))
  throw new CliError(`${name}: ${issues.join(' · ')}`, 2)
}

async function checkUpload(
  connection: Connection,
  id: string,
  options: CheckOptions,
  bar: ProgressBar,
): Promise<Upload> {
  const { api, workspace } = connection
  await answerOf(Upload, await api.uploads[':id'].check.$post({ param: { workspace, id }, json: options }))
  return awaitUpload(connection, id, bar)
}

async function commitUpload(connection: Connection, ready: Upload, bar: ProgressBar): Promise<Upload> {
  const { api, workspace } = connection
  const param = { workspace, id: ready.id }
  await answerOf(Upload, await api.uploads[':id'].commit.$post({ param, json: { preview: ready.preview ?? '' } }))
  return awaitUpload(connection, ready.id, bar)
}

async function requireLoaded(connection: Connection, upload: Upload, commit: boolean): Promise<void> {
  if (upload.state === (commit ? 'committed' : 'ready')) return
  if (upload.state === 'rejected') throw new CliError(await describeProblems(connection, upload))
  if (upload.state === 'ready') {
    throw new CliError('The books changed meanwhile: look at the new preview and commit it, or upload the file again.')
  }
  const warnings = upload.warnings.map(({ message }) => message).join(' ')
  throw new CliError(`The upload is ${upload.state}. ${warnings}`)
}

async function describeProblems({ api, workspace }: Connection, { id, filename }: Upload): Promise<string> {
  const query = { limit: problemsShown }
  const response = await api.uploads[':id'].problems.$get({ param: { workspace, id }, query })
  const { problems, total } = await answerOf(ProblemList, response)
  const lines = problems.map(({ line, column, found, expected, message }) => {
    const place = line === 0 ? 'file' : `line ${line}`
    const detail = found === '' && expected === '' ? message : `found ${JSON.stringify(found)}, expected ${expected}`
    return `  ${[place, column].filter((text) => text !== '').join(', ')}: ${detail}`
  })
  const rest = total > lines.length ? `\n  and ${total - lines.length} more` : ''
  return printableLines(`${filename} was rejected: ${total} problems.\n${lines.join('\n')}${rest}`)
}

function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n')
}
