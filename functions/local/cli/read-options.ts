import { UploadId } from '../../contract/ids.ts'
import { limits } from '../../contract/limits.ts'
import { type CheckOptions, RowPolicy, UploadKind } from '../../contract/upload.ts'
import { CliError } from './cli-error.ts'
import type { CommandContext } from './command.ts'

type Values = CommandContext['values']

export function readKind(value: Values[string]): UploadKind {
  const kinds = UploadKind.options
  if (value === undefined) throw new CliError(`--kind is missing. Say what the file holds: ${kinds.join(', ')}.`, 2)
  return readChoice('--kind', kinds, value)
}

/** An upload's id, refused before it is sent. */
export function readUploadId(name: string, value: Values[string]): UploadId {
  const id = UploadId.safeParse(value)
  if (id.success) return id.data
  const hint = 'An id has 26 capitals and digits; npm run -s tierwise -- uploads lists them.'
  throw new CliError(`${name}: "${String(value)}" is not the id of an upload. ${hint}`, 2)
}

export function readChoice<const T extends string>(name: string, choices: readonly T[], value: Values[string]): T {
  const found = choices.find((choice) => choice === value)
  if (found !== undefined) return found
  throw new CliError(`${name}: "${String(value)}" is not one of ${choices.join(', ')}.`, 2)
}

export function readWhole(name: string, value: string, min = 0): number {
  const number = /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN
  if (number >= min) return number
  throw new CliError(`${name}: "${value}" is not a whole number from ${min}.`, 2)
}

export function readCheckOptions(values: Values): CheckOptions {
  const { figures, moves, twins } = values
  const rowPolicy = values['row-policy']
  return {
    ...(rowPolicy === undefined ? {} : { rowPolicy: readChoice('--row-policy', RowPolicy.options, rowPolicy) }),
    ...(figures === undefined ? {} : { figures: readChoice('--figures', ['daily', 'lifetime'], figures) }),
    ...(moves === undefined ? {} : { moves: readChoice('--moves', ['problem', 'move'], moves) }),
    ...(twins === undefined ? {} : { twins: readChoice('--twins', ['problem', 'differ'], twins) }),
    ...(values.mapping === undefined ? {} : { mapping: readMapping(listOf(values.mapping)) }),
    ...(values.exclude === undefined ? {} : { exclude: readLines(listOf(values.exclude)) }),
  }
}

/** `amount=Betrag`: the field, then the column as the file's header spells it. */
function readMapping(pairs: string[]): Record<string, string> {
  const entries = pairs.map((pair): [string, string] => {
    const at = pair.indexOf('=')
    const [field, column] = [pair.slice(0, Math.max(0, at)).trim(), pair.slice(at + 1).trim()]
    if (field !== '' && column !== '') return [field, column]
    throw new CliError(`--mapping: "${pair}" is not field=column. Write it like 'amount=Betrag'.`, 2)
  })
  const twice = entries.find(([field], index) => entries.slice(0, index).some(([earlier]) => earlier === field))
  if (twice) throw new CliError(`--mapping: ${twice[0]} stands twice. Name one column for each field.`, 2)
  return Object.fromEntries(entries)
}

function readLines(lists: string[]): number[] {
  const words = lists.flatMap((list) => list.split(/[\s,]+/)).filter((word) => word !== '')
  if (words.length === 0) throw new CliError('--exclude: no line is named. Write line numbers like 3,5.', 2)
  if (words.length > limits.excludedLinesMax) {
    throw new CliError(`--exclude: ${words.length} lines are named; at most ${limits.excludedLinesMax} may be.`, 2)
  }
  return words.map((word) => readWhole('--exclude', word, 1))
}

function listOf(value: Values[string]): string[] {
  return Array.isArray(value) ? value : [String(value)]
}
