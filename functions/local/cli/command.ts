import type { Environment } from '../environment.ts'

export type CommandContext = {
  environment: Environment
  /** Words after the command. */
  words: string[]
  values: Record<string, string | boolean | string[] | undefined>
  /** JSON instead of a table. */
  json: boolean
  print: (text: string) => void
}

export type Command = {
  usage: string
  /** Options beside --json, --workspace and --help; `multiple`: may be repeated. */
  options: Record<string, { type: 'string' | 'boolean'; multiple?: boolean }>
  words: { min: number; max: number }
  run: (context: CommandContext) => Promise<void>
}

const mainWorkspace = 'main'

export function workspaceOf({ values }: CommandContext): string {
  return textOf(values.workspace) ?? mainWorkspace
}

export function textOf(value: CommandContext['values'][string]): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** What to type for another command in the same workspace. */
export function commandLine(workspace: string, command: string): string {
  return `npm run -s tierwise -- ${command}${workspace === mainWorkspace ? '' : ` --workspace ${workspace}`}`
}
