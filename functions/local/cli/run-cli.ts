import { parseArgs } from 'node:util'
import * as z from 'zod'
import { readEnvironment } from '../environment.ts'
import { balanceCommand } from './balance-command.ts'
import { diffCommand, snapshotsCommand } from './books-commands.ts'
import { cancelCommand, commitCommand, revertCommand } from './change-commands.ts'
import { claimsCommand } from './claims-command.ts'
import { CliError } from './cli-error.ts'
import { changeCommand, changesCommand, commitChangeCommand, monthsCommand } from './closing-commands.ts'
import type { Command, CommandContext } from './command.ts'
import { problemsCommand, showCommand, uploadsCommand } from './look-commands.ts'
import { mappingsCommand } from './mapping-commands.ts'
import { matchCommand, matchesCommand } from './match-commands.ts'
import { mendCommand } from './mend-command.ts'
import { planCommand } from './plan-command.ts'
import { plansCommand } from './plans-command.ts'
import { previewCommand } from './preview-command.ts'
import { readingCommand } from './reading-command.ts'
import { reportCommand } from './report-command.ts'
import { tokenCommand } from './token-command.ts'
import { uploadCommand } from './upload-command.ts'
import { verifyCommand } from './verify-command.ts'
import { viewsCommand } from './views-command.ts'

const commands: Record<string, Command> = {
  upload: uploadCommand,
  commit: commitCommand,
  cancel: cancelCommand,
  revert: revertCommand,
  preview: previewCommand,
  uploads: uploadsCommand,
  show: showCommand,
  problems: problemsCommand,
  mend: mendCommand,
  reading: readingCommand,
  mappings: mappingsCommand,
  report: reportCommand,
  plan: planCommand,
  plans: plansCommand,
  views: viewsCommand,
  claims: claimsCommand,
  matches: matchesCommand,
  match: matchCommand,
  snapshots: snapshotsCommand,
  diff: diffCommand,
  months: monthsCommand,
  change: changeCommand,
  changes: changesCommand,
  'commit-change': commitChangeCommand,
  'trial-balance': balanceCommand,
  'verify-books': verifyCommand,
  token: tokenCommand,
}

const environmentUsage = `A table on a terminal, JSON otherwise or with --json. The server is the one that npm start runs here: set PORT and
DATA_DIR as for npm start (defaults: 8787 and .data). For another server set TIERWISE_URL and TIERWISE_TOKEN.`

const usage = `npm run -s tierwise -- COMMAND [--workspace main] [--json]

${Object.values(commands)
  .map((command) => `  ${command.usage}`)
  .join('\n')}

${environmentUsage}`

type Output = { print: (text: string) => void; complain: (text: string) => void; isTerminal: boolean }

/** Runs one command; returns the exit code. */
export async function runCli(
  argv: string[],
  variables: Record<string, string | undefined>,
  output: Output,
): Promise<number> {
  const [first, ...rest] = argv
  const helps = [first, ...rest].some((word) => word === '--help' || word === '-h') || first === 'help'
  const name = first === 'help' ? rest[0] : first
  if (name === undefined || name.startsWith('-')) {
    output.print(usage)
    return helps ? 0 : 2
  }
  try {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (command && helps) {
      output.print(
        `npm run -s tierwise -- ${command.usage}\n         [--workspace main] [--json]\n\n${environmentUsage}`,
      )
      return 0
    }
    if (!command) throw new CliError(`There is no command "${name}".\n\n${usage}`, 2)
    await command.run(readContext(command, rest, variables, output))
    return 0
  } catch (error) {
    if (error instanceof CliError) {
      output.complain(error.message)
      return error.exitCode
    }
    if (error instanceof z.ZodError) {
      output.complain(
        `The server's answer is not as this command knows it: are both of the same version?\n${error.message}`,
      )
      return 1
    }
    output.complain(error instanceof Error ? error.message : String(error))
    return 1
  }
}

function readContext(
  command: Command,
  argv: string[],
  variables: Record<string, string | undefined>,
  output: Output,
): CommandContext {
  const environment = readEnvironment(variables)
  const { values, positionals } = readArguments(command, argv)
  if (positionals.length < command.words.min || positionals.length > command.words.max) {
    throw new CliError(`Usage: ${command.usage}`, 2)
  }
  const json = values.json === true || !output.isTerminal
  return { environment, words: positionals, values, json, print: output.print }
}

function readArguments(command: Command, argv: string[]) {
  try {
    const options = { ...command.options, json: { type: 'boolean' as const }, workspace: { type: 'string' as const } }
    const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true })
    return { values: values as CommandContext['values'], positionals }
  } catch (error) {
    throw new CliError(`${error instanceof Error ? error.message : String(error)}\nUsage: ${command.usage}`, 2)
  }
}
