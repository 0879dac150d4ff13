import { Upload } from '../../contract/upload.ts'
import { awaitUpload } from './await-upload.ts'
import { commitUpload, requireState } from './change-upload.ts'
import { CliError } from './cli-error.ts'
import { type Command, type CommandContext, commandLine, textOf, workspaceOf } from './command.ts'
import { answerOf, type Connection, connect } from './connect.ts'
import { describeLeftOut, describeRejection } from './print-problems.ts'
import { printUpload } from './print-upload.ts'
import { readUploadId } from './read-options.ts'
import { createProgressBar } from './show-progress.ts'

const words = { min: 1, max: 1 }

export const commitCommand: Command = {
  usage: 'commit ID [--preview P] [--restate REASON]',
  options: { preview: { type: 'string' }, restate: { type: 'string' } },
  words,
  async run(context) {
    const { id, connection } = await open(context)
    const bar = createProgressBar()
    try {
      const found = await awaitUpload(connection, id, bar)
      const asked = textOf(context.values.preview)
      if (found.state === 'committed' && asked === undefined) {
        bar.clear()
        return show(context, found, `It was committed already, as snapshot ${found.snapshot}: nothing changed.`)
      }
      const preview = asked ?? (await presentPreview(connection, found))
      const upload = await commitUpload(connection, { id, preview, restate: textOf(context.values.restate) }, bar)
      bar.clear()
      show(context, upload)
      await requireState(connection, upload, 'committed')
      const leftOut = context.json ? '' : await describeLeftOut(connection, upload)
      if (leftOut !== '') context.print(leftOut)
    } finally {
      bar.clear()
    }
  },
}

export const cancelCommand: Command = {
  usage: 'cancel ID',
  options: {},
  words,
  async run(context) {
    const { id, connection } = await open(context)
    const { api, workspace } = connection
    const upload = await answerOf(Upload, await api.uploads[':id'].cancel.$post({ param: { workspace, id } }))
    show(context, upload, 'It was given up: nothing of it counts.')
  },
}

export const revertCommand: Command = {
  usage: 'revert ID [--preview P] [--restate REASON]',
  options: { preview: { type: 'string' }, restate: { type: 'string' } },
  words,
  async run(context) {
    const { id, connection } = await open(context)
    const { api, workspace } = connection
    const preview = textOf(context.values.preview)
    const restate = textOf(context.values.restate)
    const json = { ...(preview === undefined ? {} : { preview }), ...(restate === undefined ? {} : { restate }) }
    const asked = await answerOf(Upload, await api.uploads[':id'].revert.$post({ param: { workspace, id }, json }))
    if (asked.state === 'reverted') return show(context, asked, 'It was reverted already: nothing changed.')
    const bar = createProgressBar()
    const upload = await awaitUpload(connection, id, bar).finally(bar.clear)
    show(context, upload)
    await requireState(connection, upload, 'reverted')
  },
}

async function open(context: CommandContext): Promise<{ id: string; connection: Connection }> {
  const id = readUploadId('ID', context.words[0])
  // Only admins change closed months.
  const role = context.values.restate === undefined ? 'finance' : 'admin'
  return { id, connection: await connect(context.environment, workspaceOf(context), role) }
}

function show({ json, print }: CommandContext, upload: Upload, sentence = ''): void {
  print(json ? JSON.stringify(upload, null, 2) : `${printUpload(upload)}${sentence === '' ? '' : `\n\n${sentence}`}`)
}

async function presentPreview(connection: Connection, upload: Upload): Promise<string> {
  const { id, state, preview } = upload
  if (preview !== null) return preview
  if (state === 'rejected' && upload.rows.problems > 0) throw new CliError(await describeRejection(connection, upload))
  if (state === 'reverted') {
    const command = commandLine(connection.workspace, `preview ${id} --action commit`)
    throw new CliError(`The upload was reverted. Look first at what a commit would do now:\n  ${command}`)
  }
  throw new CliError(`The upload is ${state}: it has no preview to commit.`)
}
