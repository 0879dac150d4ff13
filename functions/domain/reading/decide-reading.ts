import type { Reading, ReadingChoice, ReadingNeed, ReadingQuestion } from '../../contract/reading.ts'
import type { CheckOptions, UploadKind } from '../../contract/upload.ts'
import { formatDay } from '../calendar.ts'
import { fieldOfHeader, kindFields } from '../ingest/kinds.ts'
import { missingFields } from '../ingest/match-header.ts'
import { headerKey } from '../ingest/normalise.ts'
import { currencyExponent } from '../money/currency.ts'
import { ask, chosen } from './columns/column-plan.ts'
import { type ColumnsDecision, decideColumns } from './columns/decide-columns.ts'
import type { FileFacts } from './columns/file-facts.ts'
import { findPreset, proposeKinds } from './columns/propose-kind.ts'
import { type FieldProposal, type MappingProposal, proposeMapping } from './columns/propose-mapping.ts'
import { describePlan } from './describe-plan.ts'
import { describeSource } from './describe-source.ts'
import { findPeriod, type Period } from './find-period.ts'
import type { PlannedField, ReadingPlan } from './reading-plan.ts'
import type { FoundTable, TablePlan } from './table-plan.ts'
import type { Understood } from './understand-file.ts'

export type ReadingDecision = {
  reading: Reading
  /** Null while something has to be asked, or where the file holds no table. */
  plan: ReadingPlan | null
  /** Required fields that no column fills and no constant can. */
  missing: string[]
  /** What the figures of result rows are, where that was said. */
  figures: Figures | undefined
}

type Figures = CheckOptions['figures']

export type ReadingOptions = Pick<CheckOptions, 'mapping' | 'figures' | 'reading'> & {
  /** Proposed where the file names no currency. */
  reportingCurrency: string
}

/** Fields that may be the same for all lines of a file. */
const constantFields = ['campaign', 'creator', 'platform', 'currency', 'date', 'period_start', 'period_end', 'category']
const emptyFacts: FileFacts = { rows: 0, columns: [], sample: [] }

/** Decides how a file is read as a kind, by what it shows and what the user chose. Pure, and quick: nothing is read again. */
export function decideReading(understood: Understood, kind: UploadKind, options: ReadingOptions): ReadingDecision {
  const choice = options.reading ?? {}
  const { tables, titles } = understood
  const tableQuestion = askTable(tables, choice)
  const table = chosenTable(tables, choice)
  const found = tables.tables[table]
  const facts = understood.facts[table] ?? emptyFacts
  const period = findPeriod(titles)
  const preset = findPreset(facts)
  const proposal = proposeMapping(facts, kind, preset?.kind === kind ? preset : null)
  const fields = fieldsOf(facts, kind, proposal, options)
  const constants = constantsOf(kind, proposal, fields, choice, period)
  const columns = decideColumns(facts, {
    kind,
    mapping: Object.fromEntries(fields),
    constants,
    period,
    rounding: choice.rounding ?? false,
    answers: choice.answers ?? {},
  })
  const filled = new Map([...fields, ...Object.keys(constants).map((field) => [field, -1] as const)])
  const figuresQuestion = askFigures(kind, filled, options)
  const figures = figuresQuestion ? (chosen(figuresQuestion) as Figures) : options.figures
  const missing = missingFields(kind, filled, figures === 'lifetime')
  const bare = columns.questions.find(({ id, answer }) => id.startsWith('currency:') && answer === null)
  const lacking = { kind, missing, constants, period, reportingCurrency: options.reportingCurrency }
  const needs = needsOf(bare, lacking)
  const questions = [sheetQuestion(understood, choice), tableQuestion, figuresQuestion, ...columns.questions].filter(
    (one) => one !== null && one !== bare && !(bare && one.id.startsWith('currency:')),
  ) as ReadingQuestion[]
  const reading: Reading = {
    source: describeSource(understood.source),
    sheets: understood.sheets.map(({ name, state, rows }) => ({ name, state, rows })),
    sheet: understood.source.kind === 'workbook' ? understood.source.sheet : null,
    tables: tables.tables,
    table,
    columns: facts.columns.map(({ at }) => readingColumn(at, facts, proposal, fields, columns, choice)),
    constants,
    fields: kindFields[kind].map(({ name, meaning, required = false }) => ({ field: name, meaning, required })),
    totals: totalsOf(tables, table, found),
    skipped: tables.skipped,
    skippedCounts: tables.skippedCounts,
    questions,
    needs,
    notes: [...fileNotes(understood), ...proposal.notes, ...columns.notes],
    kinds: proposeKinds(facts, period !== null),
    preset: preset?.name ?? null,
    mapping: null,
  }
  const unfilled = missing.filter((field) => !needs.some((need) => need.field === field))
  const isOpen = questions.some(({ answer }) => answer === null) || needs.length > 0 || unfilled.length > 0
  const planned = (): PlannedField[] =>
    [...fields].map(([field, at]) => ({
      field,
      at,
      header: facts.columns[at]?.header ?? '',
      plan: columns.plans[at] ?? { as: 'text' },
    }))
  const plan: ReadingPlan | null =
    isOpen || !found
      ? null
      : {
          format: 1,
          kind,
          source: understood.source,
          table: found,
          leftOut: tables.leftOut,
          fields: planned(),
          constants,
          period,
        }
  return { reading, plan, missing: unfilled, figures }
}

/** Figures without a day, of posts that have one: they may be all that each post has brought. */
function askFigures(
  kind: UploadKind,
  filled: ReadonlyMap<string, number>,
  { figures, reading }: ReadingOptions,
): ReadingQuestion | null {
  const has = (field: string): boolean => filled.has(field)
  if (kind === 'spend' || figures !== undefined || has('date') || !has('post') || !has('published')) return null
  return ask(reading?.answers ?? {}, {
    id: 'figures',
    column: -1,
    code: 'figures-unclear',
    text: 'The file has figures of posts but no day for them. What are they?',
    options: [
      {
        value: 'lifetime',
        label: 'All that each post has brought until now',
        effect: 'They stand on the day of publication, and a later file replaces them.',
      },
      { value: 'daily', label: 'Figures of one day', effect: 'You are asked for that day.' },
    ],
    proposed: 'lifetime',
    reason: 'Each line names a post and when it was published.',
  })
}

/** The table that is read: chosen, or the likeliest. */
export function chosenTable(tables: TablePlan, choice: ReadingChoice): number {
  const question = askTable(tables, choice)
  return choice.table ?? Number((question && chosen(question)) ?? mainTable(tables))
}

function mainTable({ tables }: TablePlan): number {
  let best = 0
  tables.forEach((table, at) => {
    if (table.rows > (tables[best]?.rows ?? 0)) best = at
  })
  return best
}

/** Only where a second table holds rows enough to be meant. */
function askTable(plan: TablePlan, { table, answers = {} }: ReadingChoice): ReadingQuestion | null {
  const filled = plan.tables.map((found, at) => ({ found, at })).filter(({ found }) => found.rows > 0)
  if (filled.length < 2 || table !== undefined) return null
  return ask(answers, {
    id: 'table',
    column: -1,
    code: 'several-tables',
    text: `The file holds ${filled.length} tables, one below the other. Which one shall be loaded?`,
    options: filled.map(({ found, at }) => ({
      value: String(at),
      label: `Lines ${found.firstLine} to ${found.lastLine}: ${found.headers.filter(Boolean).slice(0, 6).join(', ')}`,
      effect: `${found.rows} rows.`,
    })),
    proposed: String(mainTable(plan)),
    reason: 'It has the most rows.',
  })
}

function sheetQuestion({ sheets, source, askSheet }: Understood, { sheet }: ReadingChoice): ReadingQuestion | null {
  if (!askSheet || sheet !== undefined || source.kind !== 'workbook') return null
  return {
    id: 'sheet',
    column: -1,
    code: 'several-sheets',
    text: 'The workbook holds several sheets with tables. Which one shall be loaded?',
    options: sheets
      .filter(({ rows }) => rows > 0)
      .map(({ name, rows, state }) => ({
        value: name,
        label: state === 'visible' ? name : `${name} (hidden)`,
        effect: `About ${rows} rows.`,
      })),
    proposed: source.sheet,
    reason: 'It holds the largest table that can be seen.',
    answer: null,
  }
}

/** Field → position of its column: as proposed, but for what the user says, by position or by header. */
function fieldsOf(
  facts: FileFacts,
  kind: UploadKind,
  proposal: MappingProposal,
  options: ReadingOptions,
): Map<string, number> {
  const said = new Map<string, number | null>(Object.entries(options.reading?.columns ?? {}))
  for (const [key, value] of Object.entries(options.mapping ?? {})) {
    const named = nameMapping(facts, kind, key, value)
    if (named && !said.has(named.field)) said.set(named.field, named.at)
  }
  const taken = new Set([...said.values()].filter((at) => at !== null))
  const fields = new Map<string, number>()
  for (const { name } of kindFields[kind]) {
    const proposed = proposal.fields.find(({ field }) => field === name)
    const at = said.has(name) ? said.get(name) : proposed && !taken.has(proposed.column) ? proposed.column : null
    if (at !== null && at !== undefined && at < facts.columns.length) fields.set(name, at)
  }
  for (const column of facts.columns) {
    // A column called as a field that no file does without is that field, whatever stands in it: what is wrong is told
    // cell by cell.
    const field = fieldOfHeader(kind, column.header)
    const name = field?.name
    if (name === undefined || fields.has(name) || said.has(name) || !(field?.required || name === 'date')) continue
    if (![...fields.values()].includes(column.at)) fields.set(name, column.at)
  }
  return fields
}

/** A mapping may name field and header in either order. */
function nameMapping(facts: FileFacts, kind: UploadKind, key: string, value: string) {
  const field = (text: string) => kindFields[kind].find(({ name }) => headerKey(name) === headerKey(text))?.name
  const column = (text: string) => facts.columns.find(({ header }) => headerKey(header) === headerKey(text))?.at
  for (const [name, header] of [
    [key, value],
    [value, key],
  ] as const) {
    const found = { field: field(name), at: column(header) }
    if (found.field !== undefined && found.at !== undefined) return { field: found.field, at: found.at }
  }
  return undefined
}

function constantsOf(
  kind: UploadKind,
  proposal: MappingProposal,
  fields: ReadonlyMap<string, number>,
  choice: ReadingChoice,
  period: Period | null,
): Record<string, string> {
  const known = new Set(kindFields[kind].map(({ name }) => name))
  const dated = ['date', 'period_start', 'period_end'].some((field) => fields.has(field) || choice.constants?.[field])
  // What was spent in a period that the file names is spread over it.
  const spread =
    kind === 'spend' && !dated && period
      ? { period_start: formatDay(period.first), period_end: formatDay(period.last) }
      : {}
  const all = { ...proposal.constants, ...spread, ...choice.constants }
  return Object.fromEntries(
    Object.entries(all).filter(([field, value]) => known.has(field) && !fields.has(field) && value.trim() !== ''),
  )
}

type Lacking = {
  kind: UploadKind
  missing: readonly string[]
  constants: Record<string, string>
  period: Period | null
  reportingCurrency: string
}

/** What is asked for as one value for all lines: any currency may be meant, not only those that a question lists. */
function needsOf(unmarked: ReadingQuestion | undefined, lacking: Lacking): ReadingNeed[] {
  const { kind, missing, constants, period, reportingCurrency } = lacking
  const needs: ReadingNeed[] = []
  if (unmarked) {
    const proposed = unmarked.proposed || reportingCurrency
    needs.push({ field: 'currency', input: 'currency', text: unmarked.text, proposed })
  }
  for (const field of missing) {
    if (field === 'currency' || !constantFields.includes(field)) continue
    const input = field === 'date' || field.startsWith('period') ? 'date' : 'text'
    const proposed = input === 'date' && period ? formatDay(field === 'period_start' ? period.first : period.last) : ''
    needs.push({ field, input, text: needTexts[input](field, kind), proposed })
  }
  return needs.filter(({ field }) => !isValid(field, constants[field]))
}

const needTexts = {
  date: (field: string) =>
    `No column of the file holds the ${field.replace('_', ' ')}. On which day shall all its lines stand?`,
  text: (field: string, kind: UploadKind) => `A ${kind} file needs a ${field}. Which one are all its lines about?`,
}

const isValid = (field: string, value: string | undefined): boolean =>
  value !== undefined && (field !== 'currency' || currencyExponent(value) !== undefined)

function readingColumn(
  at: number,
  facts: FileFacts,
  proposal: MappingProposal,
  fields: ReadonlyMap<string, number>,
  decision: ColumnsDecision,
  choice: ReadingChoice,
): Reading['columns'][number] {
  const field = [...fields].find(([, position]) => position === at)?.[0] ?? null
  const proposed: FieldProposal | undefined = proposal.fields.find((one) => one.column === at && one.field === field)
  const said = field !== null && choice.columns?.[field] === at
  const column = facts.columns[at]
  return {
    at,
    header: column?.header ?? '',
    field,
    confidence: said ? 1 : (proposed?.confidence ?? 0),
    reason: said ? 'You said so.' : (proposed?.reason ?? ''),
    how: field === null ? '' : describePlan(decision.plans[at]),
    samples: column?.text.values.slice(0, 3) ?? [],
  }
}

function totalsOf({ totals }: TablePlan, table: number, found: FoundTable | undefined): Reading['totals'] {
  return totals
    .filter((total) => total.table === table)
    .flatMap(({ line, label, amounts, agreeing }) =>
      amounts.map(({ column, text, sum, difference }) => ({
        line,
        label,
        header: found?.headers[column] ?? '',
        stated: text,
        sum,
        difference,
        agrees: agreeing.includes(column) || /^-?0*\.?0*$/.test(difference),
      })),
    )
}

function fileNotes({ note, sheets, sheetFacts }: Understood): Reading['notes'] {
  const notes: Reading['notes'] = []
  const add = (code: string, text: string): void => void notes.push({ column: -1, code, text })
  if (note) add('encoding', note)
  const hidden = sheets.filter(({ state, rows }) => state !== 'visible' && rows > 0).map(({ name }) => `“${name}”`)
  if (hidden.length > 0) add('hidden-sheets', `Hidden sheets that hold something: ${hidden.slice(0, 10).join(', ')}.`)
  if (sheetFacts && sheetFacts.hiddenRows.count > 0)
    add('hidden-rows', `${sheetFacts.hiddenRows.count} hidden rows are read like the others.`)
  if (sheetFacts && sheetFacts.hiddenColumns.length > 0)
    add(
      'hidden-columns',
      `Hidden columns are read like the others: ${sheetFacts.hiddenColumns.slice(0, 10).join(', ')}.`,
    )
  if (sheetFacts && sheetFacts.merges.count > 0)
    add('merged-cells', `${sheetFacts.merges.count} groups of merged cells: their value stands in the first cell only.`)
  return notes
}
