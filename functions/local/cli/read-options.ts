import { UploadId } from '../../contract/ids.ts'
import { limits } from '../../contract/limits.ts'
import { MappingId } from '../../contract/mapping.ts'
import { type CheckOptions, FlagCode, RowPolicy, UploadKind } from '../../contract/upload.ts'
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
    ...readMappings(values.mapping === undefined ? [] : listOf(values.mapping)),
    ...readRemember(values),
    ...(values.exclude === undefined ? {} : { exclude: readLines(listOf(values.exclude)) }),
    ...readFlags(values['exclude-flagged'] === undefined ? [] : listOf(values['exclude-flagged'])),
    ...readReadingChoice(values),
  }
}

/** How a file is read that is not written as the templates are; nothing where nothing is said about it. */
function readReadingChoice(values: Values): Pick<CheckOptions, 'reading'> {
  const { answer, set, table, sheet, rounding } = values
  const reading = {
    ...(answer === undefined ? {} : { answers: readPairs('--answer', listOf(answer), 'order:0=dmy') }),
    ...(set === undefined ? {} : { constants: readPairs('--set', listOf(set), 'currency=EUR') }),
    ...(table === undefined ? {} : { table: readWhole('--table', String(table), 1) - 1 }),
    ...(sheet === undefined ? {} : { sheet: String(sheet) }),
    ...(rounding === true ? { rounding: true } : {}),
  }
  return Object.keys(reading).length === 0 ? {} : { reading }
}

/** Pairs name columns; a word alone is a remembered mapping. */
function readMappings(said: string[]): Pick<CheckOptions, 'mapping' | 'remembered'> {
  const [pairs, words] = [said.filter((one) => one.includes('=')), said.filter((one) => !one.includes('='))]
  const [word] = words
  if (words.length > 1) throw new CliError(`--mapping: ${words.join(' and ')}. Name one remembered mapping.`, 2)
  return {
    ...(pairs.length === 0 ? {} : { mapping: readMapping(pairs) }),
    ...(word === undefined ? {} : { remembered: readRemembered(word) }),
  }
}

function readRemembered(word: string): NonNullable<CheckOptions['remembered']> {
  const id = MappingId.safeParse(word)
  if (word === 'none' || id.success) return word === 'none' ? word : (id.data as MappingId)
  const hint = "Write a column like 'amount=Betrag', the id of a remembered mapping, or none."
  throw new CliError(`--mapping: "${word}" is not field=column, and not the id of a mapping. ${hint}`, 2)
}

function readRemember(values: Values): Pick<CheckOptions, 'remember'> {
  if (values.remember === true && values['no-remember'] === true)
    throw new CliError('--remember and --no-remember contradict each other. Say one of them.', 2)
  return values.remember === true ? { remember: true } : values['no-remember'] === true ? { remember: false } : {}
}

/** `amount=Betrag`: the field, then the column as the file's header spells it. */
function readMapping(pairs: string[]): Record<string, string> {
  const entries = pairs.map((pair): [string, string] => {
    const [field, column] = splitPair(pair)
    if (field !== '' && column !== '') return [field, column]
    throw new CliError(`--mapping: "${pair}" is not field=column. Write it like 'amount=Betrag'.`, 2)
  })
  const twice = entries.find(([field], index) => entries.slice(0, index).some(([earlier]) => earlier === field))
  if (twice) throw new CliError(`--mapping: ${twice[0]} stands twice. Name one column for each field.`, 2)
  return Object.fromEntries(entries)
}

function readPairs(name: string, pairs: string[], example: string): Record<string, string> {
  const entries = pairs.map((pair): [string, string] => {
    const [key, value] = splitPair(pair)
    if (key !== '' && value !== '') return [key, value]
    throw new CliError(`${name}: "${pair}" is not name=value. Write it like '${example}'.`, 2)
  })
  return Object.fromEntries(entries)
}

function splitPair(pair: string): [string, string] {
  const at = pair.indexOf('=')
  return [pair.slice(0, Math.max(0, at)).trim(), pair.slice(at + 1).trim()]
}

function readLines(lists: string[]): number[] {
  const words = lists.flatMap((list) => list.split(/[\s,]+/)).filter((word) => word !== '')
  if (words.length === 0) throw new CliError('--exclude: no line is named. Write line numbers like 3,5.', 2)
  if (words.length > limits.excludedLinesMax) {
    throw new CliError(`--exclude: ${words.length} lines are named; at most ${limits.excludedLinesMax} may be.`, 2)
  }
  return words.map((word) => readWhole('--exclude', word, 1))
}

function readFlags(lists: string[]): Pick<CheckOptions, 'excludeFlagged'> {
  const words = lists.flatMap((list) => list.split(/[\s,]+/)).filter((word) => word !== '')
  if (words.length === 0) return {}
  return { excludeFlagged: words.map((word) => readChoice('--exclude-flagged', FlagCode.options, word)) }
}

function listOf(value: Values[string]): string[] {
  return Array.isArray(value) ? value : [String(value)]
}
