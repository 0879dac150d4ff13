import type { Reading, ReadingQuestion } from '../../contract/reading.ts'
import type { UploadKind } from '../../contract/upload.ts'
import { kindFields } from '../ingest/kinds.ts'
import { missingFields } from '../ingest/match-header.ts'
import { chosen } from './columns/column-plan.ts'
import { takeCreditOff } from './columns/debit-credit.ts'
import { decideColumns } from './columns/decide-columns.ts'
import type { FileFacts } from './columns/file-facts.ts'
import { findPreset, proposeKinds } from './columns/propose-kind.ts'
import { proposeMapping } from './columns/propose-mapping.ts'
import { decideRefund } from './columns/refund-column.ts'
import { decideSide, turnsWithSide } from './columns/side-column.ts'
import { findOrderColumn } from './continued-lines.ts'
import { describeSource } from './describe-source.ts'
import { fileNotes, totalsOf, unnamedNotes } from './file-notes.ts'
import { askFigures, askNames, askSheet, askTable, chosenTable } from './file-questions.ts'
import { findPeriod, yearsOf } from './find-period.ts'
import { readingColumn } from './reading-column.ts'
import { constantsOf, fieldsOf } from './reading-fields.ts'
import { needsOf } from './reading-needs.ts'
import type { Figures, ReadingOptions } from './reading-options.ts'
import type { PlannedField, ReadingPlan } from './reading-plan.ts'
import { saidOfFile } from './said-of-file.ts'
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

const amountFields = ['amount', 'revenue', 'gross_profit', 'budget']
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
  const decided = decideColumns(facts, {
    kind,
    mapping: Object.fromEntries(fields),
    constants,
    period,
    years: { named: yearsOf(titles, facts), sentOn: options.sentOn },
    rounding: choice.rounding ?? false,
    answers: choice.answers ?? {},
  })
  const { decision: columns, less } = takeCreditOff(facts, fields, decided)
  const { side, question: sideQuestion } = decideSide(facts, fields, choice.answers ?? {})
  const paidBack = decideRefund(facts, kind, fields, columns, preset, choice.answers ?? {})
  const filled = new Map([...fields, ...Object.keys(constants).map((field) => [field, -1] as const)])
  const figuresQuestion = askFigures(kind, filled, options)
  const figures = figuresQuestion ? (chosen(figuresQuestion) as Figures) : options.figures
  const missing = missingFields(kind, filled, figures === 'lifetime').filter(
    (field) => field !== 'currency' || !hasOwnCurrency(facts, fields),
  )
  const bare = columns.questions.find(({ id, answer }) => id.startsWith('currency:') && answer === null)
  const lacking = { kind, missing, constants, period, reportingCurrency: options.reportingCurrency }
  const needs = needsOf(bare, lacking)
  const questions = [
    askSheet(understood, choice),
    tableQuestion,
    askNames(found, fields, choice),
    figuresQuestion,
    sideQuestion,
    paidBack.question,
    ...columns.questions,
  ].filter((one) => one !== null && one !== bare && !(bare && one.id.startsWith('currency:'))) as ReadingQuestion[]
  const sheet = understood.source.kind === 'workbook' ? understood.source.sheet : null
  const reading: Reading = {
    source: describeSource(understood.source),
    sheets: understood.sheets.map(({ name, state, rows }) => ({ name, state, rows })),
    sheet,
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
    notes: [...fileNotes(understood), ...unnamedNotes(facts), ...proposal.notes, ...columns.notes, ...paidBack.notes],
    kinds: proposeKinds(facts, period !== null),
    preset: preset?.name ?? null,
    mapping: null,
    said: saidOfFile(choice, kind, { questions, constants, sheet }),
  }
  const unfilled = missing.filter((field) => !needs.some((need) => need.field === field))
  const isOpen = questions.some(({ answer }) => answer === null) || needs.length > 0 || unfilled.length > 0
  const planned = (): PlannedField[] =>
    [...fields].map(([field, at]) => ({
      field,
      at,
      header: facts.columns[at]?.header ?? '',
      plan: columns.plans[at] ?? { as: 'text' },
      ...(field === 'amount' && less ? { less } : {}),
      ...(side && turnsWithSide(facts, field, fields) ? { side } : {}),
      ...(field === 'revenue' && paidBack.refund ? { refund: paidBack.refund } : {}),
    }))
  const order = findOrderColumn(facts, kind, fields)
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
          ...(order === null ? {} : { order }),
          period,
        }
  return { reading, plan, missing: unfilled, figures }
}

/** Amounts that stand in the file show their currency, or a question asks for it. */
const hasOwnCurrency = ({ columns }: FileFacts, fields: ReadonlyMap<string, number>): boolean =>
  amountFields.some((field) => (columns[fields.get(field) ?? -1]?.number.sums.length ?? 0) > 0)
