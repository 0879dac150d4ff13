import { NameId } from '../../contract/ids.ts'
import { limits } from '../../contract/limits.ts'
import {
  type MatchDecisions,
  MatchGain,
  MatchKind,
  MatchLack,
  MatchList,
  type MatchName,
  MatchNameList,
  MatchOutcome,
  type MatchStanding,
  type MatchSuggestion,
  MergedList,
  RefusedList,
} from '../../contract/match.ts'
import { awaitUpload } from './await-upload.ts'
import { commitUpload, requireState } from './change-upload.ts'
import { CliError } from './cli-error.ts'
import { type Command, type CommandContext, textOf, workspaceOf } from './command.ts'
import { answerOf, type Connection, connect } from './connect.ts'
import { pageOf, pageOptions } from './page-options.ts'
import { printNextSteps, printUpload } from './print-upload.ts'
import { readChoice } from './read-options.ts'
import { createProgressBar } from './show-progress.ts'
import { type Cell, counted, formatMoney, formatTable, printable } from './show-table.ts'

type Of = { of: MatchKind }
type Page = { limit?: number; cursor?: string; search?: string }

const lists = ['suggested', 'names', 'merged', 'refused'] as const
const lackings = [...MatchLack.options, 'any', 'all'] as const

export const matchesCommand: Command = {
  usage: `matches [--of creator|campaign] [--list ${lists.join('|')}] [--lacking ${lackings.join('|')}]
         [--min-confidence 0.8] [--search TEXT] [--limit N] [--cursor C]`,
  options: {
    ...pageOptions,
    of: { type: 'string' },
    list: { type: 'string' },
    lacking: { type: 'string' },
    'min-confidence': { type: 'string' },
    search: { type: 'string' },
  },
  words: { min: 0, max: 0 },
  async run(context) {
    const { values } = context
    const connection = await connect(context.environment, workspaceOf(context))
    const list = values.list === undefined ? 'suggested' : readChoice('--list', lists, values.list)
    const search = textOf(values.search)
    const page = { ...pageOf(values), ...(search === undefined ? {} : { search }) }
    const answer = await ask(connection, context, list, readOf(values), page)
    context.print(context.json ? JSON.stringify(answer.data, null, 2) : answer.text)
  },
}

export const matchCommand: Command = {
  usage: `match [ALIAS NAME] [--of creator|campaign] [--min-confidence 0.8] [--commit [--restate REASON]]
  match ALIAS NAME --refuse | --restore
  match ALIAS --part [--commit [--restate REASON]]`,
  options: {
    of: { type: 'string' },
    'min-confidence': { type: 'string' },
    commit: { type: 'boolean' },
    restate: { type: 'string' },
    refuse: { type: 'boolean' },
    restore: { type: 'boolean' },
    part: { type: 'boolean' },
  },
  words: { min: 0, max: 2 },
  run: runMatch,
}

async function runMatch(context: CommandContext): Promise<void> {
  const { values, json, print } = context
  const restate = textOf(values.restate)
  if (restate !== undefined && values.commit !== true)
    throw new CliError('--restate: a reason is given with the commit. Add --commit.', 2)
  const role = restate === undefined ? 'finance' : 'admin'
  const connection = await connect(context.environment, workspaceOf(context), role)
  const decisions = await readDecisions(connection, context)
  const { api, workspace } = connection
  const response = await api.matches.decisions.$post({ param: { workspace }, json: decisions })
  const outcome = await answerOf(MatchOutcome, response)
  if (!outcome.upload) return print(json ? JSON.stringify(outcome, null, 2) : describeOutcome(outcome))
  const bar = createProgressBar()
  try {
    let upload = await awaitUpload(connection, outcome.upload.id, bar)
    await requireState(connection, upload, 'ready')
    const preview = upload.preview ?? ''
    const gain = await answerOf(MatchGain, await api.matches.gain.$get({ param: { workspace }, query: { preview } }))
    if (values.commit === true) upload = await commitUpload(connection, { id: upload.id, preview, restate }, bar)
    bar.clear()
    if (json) print(JSON.stringify({ ...outcome, upload, gain }, null, 2))
    else print(`${printUpload(upload)}\n\n${printGain(gain, decisions.of)}${printNextSteps(upload, workspace)}`)
    await requireState(connection, upload, values.commit === true ? 'committed' : 'ready')
  } finally {
    bar.clear()
  }
}

function readOf(values: CommandContext['values']): Of {
  return { of: values.of === undefined ? 'creator' : readChoice('--of', MatchKind.options, values.of) }
}

function readConfidence(values: CommandContext['values']): { minConfidence?: string } {
  const minConfidence = textOf(values['min-confidence'])
  if (minConfidence === undefined) return {}
  if (/^(0(\.\d{1,4})?|1(\.0{1,4})?)$/.test(minConfidence)) return { minConfidence }
  throw new CliError(`--min-confidence: "${minConfidence}" is not a number from 0 to 1.`, 2)
}

async function ask(
  { api, workspace }: Connection,
  { values }: CommandContext,
  list: (typeof lists)[number],
  { of }: Of,
  page: Page,
): Promise<{ data: unknown; text: string }> {
  const param = { workspace }
  if (list === 'suggested') {
    const query = { ...page, of, ...readConfidence(values) }
    const data = await answerOf(MatchList, await api.matches.$get({ param, query }))
    return { data, text: printSuggestions(data) }
  }
  if (list === 'names') {
    const lacking = values.lacking === undefined ? 'any' : readChoice('--lacking', lackings, values.lacking)
    const data = await answerOf(MatchNameList, await api.matches.names.$get({ param, query: { ...page, of, lacking } }))
    return { data, text: printNames(data) }
  }
  if (list === 'merged') {
    const data = await answerOf(MergedList, await api.matches.merged.$get({ param, query: { ...page, of } }))
    return {
      data,
      text: formatTable(
        ['alias', 'is read as'],
        data.merged.map(({ alias, name }) => [alias.name, name.name]),
      ),
    }
  }
  const data = await answerOf(RefusedList, await api.matches.refused.$get({ param, query: { ...page, of } }))
  const rows = data.refused.map(({ names: [a, b], by, at }) => [a.name, b.name, by, at.slice(0, 16).replace('T', ' ')])
  return { data, text: formatTable(['is not', 'the same as', 'by', 'at'], rows) }
}

function printSuggestions({ suggestions, currency, total }: MatchList): string {
  if (total === 0) return 'No names are suggested.'
  const rows = suggestions.map(({ alias, name, confidence, moves, reasons }): Cell[] => [
    alias.name,
    name.name,
    confidence.toFixed(2),
    formatMoney(moves.spendMinor, currency),
    formatMoney(moves.revenueMinor, currency),
    reasons.map(({ text, against }) => (against ? `But: ${text}` : text)).join(' '),
  ])
  const heads = ['alias', 'name', 'confidence', 'spend', 'revenue', 'why']
  return `${formatTable(heads, rows)}\n\n${counted(total, 'suggestion')} in all. The confidence is no probability: look before you merge.`
}

function printNames({ names, currency }: MatchNameList): string {
  const rows = names.map((name): Cell[] => [
    name.name,
    name.lacks.join(', '),
    formatMoney(name.spendMinor, currency),
    formatMoney(name.revenueMinor, currency),
    name.spellings.join(', '),
  ])
  return formatTable(['name', 'lacks', 'spend', 'revenue', 'also'], rows)
}

/** What matching changes, in money and in names. */
function printGain({ before, after, currency }: MatchGain, of: MatchKind): string {
  const parts: [keyof MatchStanding, string][] = [
    ['unmatched', 'unmatched spend'],
    ['withoutResults', 'spend without results'],
    ['withoutSpend', 'results without spend (revenue)'],
  ]
  const rows = parts.map(([part, label]): Cell[] => {
    const [then, now] = [before[of][part], after[of][part]]
    return [
      label,
      formatMoney(then.amountMinor, currency),
      formatMoney(now.amountMinor, currency),
      then.names,
      now.names,
    ]
  })
  return formatTable([`${of}s`, 'before', 'after', 'names before', 'after'], rows)
}

function describeOutcome({ refused, restored, already }: MatchOutcome): string {
  return [
    refused > 0 ? `${counted(refused, 'pair')} refused: not suggested again.` : '',
    restored > 0 ? `${counted(restored, 'refusal')} taken back.` : '',
    already > 0 ? `${counted(already, 'pair')} merged already: nothing changed.` : '',
  ]
    .filter((text) => text !== '')
    .join(' ')
}

async function readDecisions(connection: Connection, context: CommandContext): Promise<MatchDecisions> {
  const { words, values } = context
  const { of } = readOf(values)
  const none: MatchDecisions = { of, accept: [], unmerge: [], refuse: [], restore: [] }
  const kinds = (['refuse', 'restore', 'part'] as const).filter((kind) => values[kind] === true)
  const usage = (): CliError => new CliError(`Usage: ${matchCommand.usage}`, 2)
  if (kinds.length > 1) throw usage()
  const [kind] = kinds
  if (kind === 'part') {
    if (words.length !== 1) throw usage()
    return { ...none, unmerge: [await aliasId(connection, of, words[0] ?? '')] }
  }
  if (words.length === 2) {
    const [alias, name] = [await nameId(connection, of, words[0] ?? ''), await nameId(connection, of, words[1] ?? '')]
    return kind === undefined ? { ...none, accept: [{ alias, name }] } : { ...none, [kind]: [[alias, name]] }
  }
  if (words.length > 0 || kind !== undefined || values['min-confidence'] === undefined) throw usage()
  const accept = await likelyPairs(connection, of, readConfidence(values))
  if (accept.length === 0) throw new CliError('No suggestion has that much confidence: there is nothing to merge.')
  return { ...none, accept }
}

/** The likeliest name of each alias; nobody is merged into two. */
async function likelyPairs(
  { api, workspace }: Connection,
  of: MatchKind,
  confidence: { minConfidence?: string },
): Promise<MatchDecisions['accept']> {
  const best = new Map<string, MatchSuggestion>()
  let cursor: string | null = null
  do {
    const query = { of, limit: limits.listPageMax, ...confidence, ...(cursor === null ? {} : { cursor }) }
    const list: MatchList = await answerOf(MatchList, await api.matches.$get({ param: { workspace }, query }))
    for (const suggestion of list.suggestions) {
      const known = best.get(suggestion.alias.id)
      if (!known || suggestion.confidence > known.confidence) best.set(suggestion.alias.id, suggestion)
    }
    cursor = list.next
  } while (cursor !== null && best.size < limits.matchDecisionsMax)
  return [...best.values()]
    .slice(0, limits.matchDecisionsMax)
    .map(({ alias, name }) => ({ alias: alias.id, name: name.id }))
}

/** An id, or a name as some file spells it. */
async function nameId({ api, workspace }: Connection, of: MatchKind, text: string): Promise<MatchName['id']> {
  const id = NameId.safeParse(text)
  if (id.success) return id.data
  const query = { of, lacking: 'all' as const, search: text, limit: limits.listPageMax }
  const { names } = await answerOf(MatchNameList, await api.matches.names.$get({ param: { workspace }, query }))
  const found = names.filter(({ name, spellings }) => [name, ...spellings].some((spelling) => isSame(spelling, text)))
  const [only] = found
  if (only && found.length === 1) return only.id
  throw nobody(of, text)
}

async function aliasId({ api, workspace }: Connection, of: MatchKind, text: string): Promise<MatchName['id']> {
  const id = NameId.safeParse(text)
  if (id.success) return id.data
  const query = { of, search: text, limit: limits.listPageMax }
  const { merged } = await answerOf(MergedList, await api.matches.merged.$get({ param: { workspace }, query }))
  const found = merged.find(({ alias }) => isSame(alias.name, text))
  if (found) return found.alias.id
  throw nobody(of, text)
}

const isSame = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()

const nobody = (of: MatchKind, text: string): CliError =>
  new CliError(
    `There is no ${of} spelled “${printable(text)}”. npm run -s tierwise -- matches --list names finds names.`,
  )
