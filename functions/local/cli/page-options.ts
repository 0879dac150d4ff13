import { type Command, type CommandContext, textOf } from './command.ts'
import { readWhole } from './read-options.ts'

export const pageOptions: Command['options'] = { limit: { type: 'string' }, cursor: { type: 'string' } }

/** The page that `--limit` and `--cursor` name. */
export function pageOf(values: CommandContext['values']): { limit?: number; cursor?: string } {
  const limit = textOf(values.limit)
  const cursor = textOf(values.cursor)
  return {
    ...(limit === undefined ? {} : { limit: readWhole('--limit', limit, 1) }),
    ...(cursor === undefined ? {} : { cursor }),
  }
}
