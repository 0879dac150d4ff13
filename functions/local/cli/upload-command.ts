import { type CheckOptions, Upload, UploadKind } from '../../contract/upload.ts'
import { awaitUpload } from './await-upload.ts'
import { commitUpload, requireState } from './change-upload.ts'
import { type Command, type CommandContext, workspaceOf } from './command.ts'
import { answerOf, type Connection, connect } from './connect.ts'
import { describeLeftOut } from './print-problems.ts'
import { printNextSteps, printUpload } from './print-upload.ts'
import { readCheckOptions, readKind, readUploadId } from './read-options.ts'
import { sendFile } from './send-file.ts'
import { createProgressBar, type ProgressBar } from './show-progress.ts'

export const uploadCommand: Command = {
  usage: `upload FILE --kind ${UploadKind.options.join('|')} [--commit] [--replaces ID]
         [--row-policy all|valid] [--exclude 3,5] [--exclude-flagged amount-far-from-norm]
         [--mapping 'amount=Betrag']... (field=column)
         [--figures daily|lifetime] [--moves problem|move] [--twins problem|differ]
         [--answer 'order:0=dmy']... [--set 'currency=EUR']... [--table N] [--sheet NAME] [--rounding]
         [--mapping ID|none] (remembered) [--remember | --no-remember]`,
  options: {
    kind: { type: 'string' },
    commit: { type: 'boolean' },
    replaces: { type: 'string' },
    'row-policy': { type: 'string' },
    exclude: { type: 'string', multiple: true },
    'exclude-flagged': { type: 'string', multiple: true },
    mapping: { type: 'string', multiple: true },
    figures: { type: 'string' },
    moves: { type: 'string' },
    twins: { type: 'string' },
    answer: { type: 'string', multiple: true },
    set: { type: 'string', multiple: true },
    table: { type: 'string' },
    sheet: { type: 'string' },
    rounding: { type: 'boolean' },
    remember: { type: 'boolean' },
    'no-remember': { type: 'boolean' },
  },
  words: { min: 1, max: 1 },
  run: runUpload,
}

async function runUpload(context: CommandContext): Promise<void> {
  const { values, words, environment, print, json } = context
  const path = words[0] ?? ''
  const kind = readKind(values.kind)
  const replaces = values.replaces === undefined ? {} : { replaces: readUploadId('--replaces', values.replaces) }
  const options = readCheckOptions(values)
  const commit = values.commit === true
  const connection = await connect(environment, workspaceOf(context))
  const bar = createProgressBar()
  try {
    const { id } = await sendFile(connection, { path, kind, ...replaces }, bar)
    let upload = await checkUpload(connection, id, options, bar)
    if (upload.state === 'ready' && commit)
      upload = await commitUpload(connection, { id, preview: upload.preview ?? '' }, bar)
    bar.clear()
    print(json ? JSON.stringify(upload, null, 2) : printUpload(upload))
    await requireState(connection, upload, commit ? 'committed' : 'ready')
    if (json) return
    for (const text of [await describeLeftOut(connection, upload), printNextSteps(upload, connection.workspace)]) {
      if (text !== '') print(text)
    }
  } finally {
    bar.clear()
  }
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
