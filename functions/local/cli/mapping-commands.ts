import { FileMapping, MappingList } from '../../contract/mapping.ts'
import { CliError } from './cli-error.ts'
import { type Command, type CommandContext, workspaceOf } from './command.ts'
import { answerOf, type Connection, connect } from './connect.ts'
import { counted, formatTable, printable } from './show-table.ts'

export const mappingsCommand: Command = {
  usage: 'mappings [rename ID NAME | forget ID]',
  options: {},
  words: { min: 0, max: 3 },
  async run(context) {
    const [action, id = '', name = ''] = context.words
    const connection = await connect(context.environment, workspaceOf(context))
    if (action === undefined) return list(context, connection)
    if (action === 'rename' && id !== '' && name !== '') return rename(context, connection, id, name)
    if (action === 'forget' && id !== '' && name === '') return forget(context, connection, id)
    throw new CliError(`Usage: ${mappingsCommand.usage}`, 2)
  },
}

async function list({ json, print }: CommandContext, { api, workspace }: Connection): Promise<void> {
  const answer = await answerOf(MappingList, await api.mappings.$get({ param: { workspace } }))
  if (json) return print(JSON.stringify(answer, null, 2))
  if (answer.mappings.length === 0)
    return print('Nothing is remembered yet: a commit remembers what was said of a file.')
  print(
    formatTable(
      ['id', 'name', 'kind', 'columns', 'last used', 'by'],
      answer.mappings.map(({ id, name, kind, columns, lastUsedAt, updatedBy }) => [
        id,
        name,
        kind,
        counted(columns.filter((field) => field !== null).length, 'column'),
        lastUsedAt?.slice(0, 10) ?? 'never',
        updatedBy,
      ]),
    ),
  )
}

async function rename(context: CommandContext, connection: Connection, id: string, name: string): Promise<void> {
  const { api, workspace } = connection
  const param = { workspace, id }
  const { version } = await answerOf(FileMapping, await api.mappings[':id'].$get({ param }))
  const renamed = await answerOf(FileMapping, await api.mappings[':id'].$put({ param, json: { version, name } }))
  tell(context, renamed, `It is called “${printable(renamed.name)}” now.`)
}

async function forget(context: CommandContext, { api, workspace }: Connection, id: string): Promise<void> {
  const gone = await answerOf(FileMapping, await api.mappings[':id'].$delete({ param: { workspace, id } }))
  tell(context, gone, `“${printable(gone.name)}” is forgotten: the next file of its shape is asked about again.`)
}

function tell({ json, print }: CommandContext, mapping: FileMapping, sentence: string): void {
  print(json ? JSON.stringify(mapping, null, 2) : sentence)
}
