import { SavedView, SavedViewList } from '../../contract/saved-view.ts'
import { CliError } from './cli-error.ts'
import { type Command, type CommandContext, workspaceOf } from './command.ts'
import { answerOf, type Connection, connect } from './connect.ts'
import { formatTable, printable } from './show-table.ts'

export const viewsCommand: Command = {
  usage: 'views [delete ID]',
  options: {},
  words: { min: 0, max: 2 },
  async run(context) {
    const [action, id = ''] = context.words
    const connection = await connect(context.environment, workspaceOf(context))
    if (action === undefined) return list(context, connection)
    if (action === 'delete' && id !== '') return remove(context, connection, id)
    throw new CliError(`Usage: ${viewsCommand.usage}`, 2)
  },
}

async function list({ json, print }: CommandContext, { api, workspace }: Connection): Promise<void> {
  const answer = await answerOf(SavedViewList, await api.views.$get({ param: { workspace } }))
  if (json) return print(JSON.stringify(answer, null, 2))
  if (answer.views.length === 0) return print('No view is saved yet: the button “Views” of every page saves one.')
  const rows = answer.views.map((view) => [
    view.id,
    printable(view.name),
    printable(addressOf(view, workspace)),
    view.snapshot ?? 'newest',
    view.shared ? 'everybody' : 'you',
    printable(view.savedBy),
    view.savedAt.slice(0, 10),
  ])
  print(formatTable(['id', 'name', 'page', 'snapshot', 'seen by', 'saved by', 'on'], rows))
}

/** Below the address of the service. */
function addressOf({ path, search, snapshot }: SavedView, workspace: string): string {
  const asked = [
    workspace === 'main' ? '' : `workspace=${workspace}`,
    search,
    snapshot === null ? '' : `snapshot=${snapshot}`,
  ].filter((text) => text !== '')
  return asked.length === 0 ? path : `${path}?${asked.join('&')}`
}

async function remove({ json, print }: CommandContext, { api, workspace }: Connection, id: string): Promise<void> {
  const deleted = await answerOf(SavedView, await api.views[':id'].$delete({ param: { workspace, id } }))
  print(json ? JSON.stringify(deleted, null, 2) : `“${printable(deleted.name)}” is deleted.`)
}
