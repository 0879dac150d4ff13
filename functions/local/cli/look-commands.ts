import { Upload, UploadList } from '../../contract/upload.ts'
import { type Command, workspaceOf } from './command.ts'
import { answerOf, connect } from './connect.ts'
import { pageOf, pageOptions } from './page-options.ts'
import { fetchProblems, printProblem } from './print-problems.ts'
import { printNextSteps, printUpload, printUploads } from './print-upload.ts'
import { readUploadId } from './read-options.ts'
import { counted } from './show-table.ts'

const words = { min: 1, max: 1 }

export const uploadsCommand: Command = {
  usage: 'uploads [--limit N] [--cursor C]',
  options: pageOptions,
  words: { min: 0, max: 0 },
  async run(context) {
    const query = pageOf(context.values)
    const { api, workspace } = await connect(context.environment, workspaceOf(context))
    const list = await answerOf(UploadList, await api.uploads.$get({ param: { workspace }, query }))
    context.print(context.json ? JSON.stringify(list, null, 2) : printUploads(list.uploads))
  },
}

export const showCommand: Command = {
  usage: 'show ID',
  options: {},
  words,
  async run(context) {
    const id = readUploadId('ID', context.words[0])
    const { api, workspace } = await connect(context.environment, workspaceOf(context))
    const upload = await answerOf(Upload, await api.uploads[':id'].$get({ param: { workspace, id } }))
    if (context.json) return context.print(JSON.stringify(upload, null, 2))
    const next = printNextSteps(upload, workspace)
    context.print(`${printUpload(upload)}${next === '' ? '' : `\n${next}`}`)
  },
}

export const problemsCommand: Command = {
  usage: 'problems ID',
  options: {},
  words,
  async run(context) {
    const id = readUploadId('ID', context.words[0])
    const connection = await connect(context.environment, workspaceOf(context))
    const list = await fetchProblems(connection, id, true)
    const { problems, total } = list
    if (context.json) return context.print(JSON.stringify(list, null, 2))
    const rest = total - problems.length
    context.print(
      total === 0
        ? 'The last check found no problems.'
        : [
            `${counted(total, 'problem')}:`,
            ...problems.map(printProblem),
            ...(rest > 0 ? [`and ${rest} more, which are counted only`] : []),
          ].join('\n'),
    )
  },
}
