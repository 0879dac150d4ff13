import type { UploadKind } from '../../../contract/upload.ts'
import { kindFields } from '../../ingest/kinds.ts'
import { headerKey } from '../../ingest/normalise.ts'
import { findAmountTwins } from './amount-twins.ts'
import type { ColumnFacts } from './column-facts.ts'
import type { Note } from './column-plan.ts'
import { currenciesOfHeader } from './currency-marks.ts'
import { type DebitCredit, findDebitCredit } from './debit-credit.ts'
import type { FileFacts } from './file-facts.ts'
import { basisOf, isConverted, matchColumn } from './match-column.ts'
import type { Preset } from './presets.ts'

export type FieldProposal = {
  field: string
  /** Position of the column. */
  column: number
  header: string
  confidence: number
  /** Why, in words. */
  reason: string
  samples: string[]
  /** Net, gross or tax, where the header says so. */
  basis: 'net' | 'gross' | 'tax' | null
  /** Other columns that could be it. */
  alternatives: { column: number; header: string; confidence: number }[]
}

export type MappingProposal = {
  kind: UploadKind
  fields: FieldProposal[]
  /** Field → value for all lines: a currency out of a header, a platform out of a preset. */
  constants: Record<string, string>
  /** Positions of columns that fill nothing. */
  ignored: number[]
  notes: Note[]
  preset: string | null
}

type Candidate = { field: string; column: ColumnFacts; confidence: number; reason: string }

const takenMin = 0.5
const requiredMin = 0.4
const listedMin = 0.35
const presetConfidence = 0.98
const needed = new Set(['date', 'currency'])

/** Proposes which column fills which field of a kind. A column fills one field, a field has one column. */
export function proposeMapping(file: FileFacts, kind: UploadKind, preset: Preset | null = null): MappingProposal {
  const pair = findDebitCredit(file)
  const sums = file.columns.some(({ header }) => basisOf(header) === 'gross' || basisOf(header) === 'net')
  const candidates = kindFields[kind]
    .flatMap(({ name: field }) =>
      file.columns.map((column): Candidate => ({ field, column, ...matchColumn(kind, field, column) })),
    )
    .map((candidate) => withCredit(candidate, pair))
    .map((candidate) => withFee(candidate, sums))
    .filter(({ confidence }) => confidence >= listedMin)
  const chosen = choose(kind, candidates, preset ? presetColumns(file, kind, preset) : new Map())
  pairCurrency(chosen, candidates)
  const constants: Record<string, string> = { ...preset?.constants }
  const money = chosen.get('amount') ?? chosen.get('revenue') ?? chosen.get('budget')
  const headerCurrencies = money && !chosen.has('currency') ? currenciesOfHeader(money.column.header) : []
  if (headerCurrencies.length === 1 && headerCurrencies[0]) constants.currency = headerCurrencies[0]
  const fields = [...chosen.values()].map((candidate) => toProposal(candidate, candidates, chosen))
  const used = new Set(fields.map(({ column }) => column))
  return {
    kind,
    fields,
    constants,
    ignored: file.columns.map(({ at }) => at).filter((at) => !used.has(at)),
    notes: [
      ...amountNotes(file, chosen.get('amount')?.column, constants.currency),
      ...(chosen.has('line_id') ? [] : lineIdNotes(candidates, used)),
    ],
    preset: preset?.name ?? null,
  }
}

/** A debit beside a credit is the amount, and the credit alone is none. */
function withCredit(candidate: Candidate, pair: DebitCredit | null): Candidate {
  if (!pair || candidate.field !== 'amount') return candidate
  if (candidate.column === pair.credit) return { ...candidate, confidence: 0 }
  if (candidate.column !== pair.debit) return candidate
  const reason = `“${pair.debit.header}” and “${pair.credit.header}” are one amount, in two columns.`
  return { ...candidate, confidence: 0.9, reason }
}

/** A fee beside a net and a gross amount is what lies between them. */
function withFee(candidate: Candidate, hasSums: boolean): Candidate {
  if (
    !hasSums ||
    candidate.field !== 'amount' ||
    !/^(?:fees?|commission|gebühr(?:en)?|frais)$/i.test(candidate.column.header)
  )
    return candidate
  return { ...candidate, confidence: Math.min(candidate.confidence, 0.5) }
}

function choose(
  kind: UploadKind,
  candidates: readonly Candidate[],
  given: ReadonlyMap<string, Candidate>,
): Map<string, Candidate> {
  const chosen = new Map(given)
  const taken = new Set([...given.values()].map(({ column }) => column.at))
  const required = new Set(kindFields[kind].filter((field) => field.required).map(({ name }) => name))
  const order = [...candidates].sort((a, b) => b.confidence - a.confidence)
  for (const min of [takenMin, requiredMin]) {
    for (const candidate of order) {
      const { field, column, confidence } = candidate
      if (chosen.has(field) || taken.has(column.at) || confidence < min) continue
      // A platform's export is known: what it does not list is not guessed, but for what no line can do without.
      if ((min === requiredMin || given.size > 0) && !required.has(field) && !needed.has(field)) continue
      chosen.set(field, candidate)
      taken.add(column.at)
    }
  }
  return chosen
}

function presetColumns(file: FileFacts, kind: UploadKind, preset: Preset): Map<string, Candidate> {
  const columns = new Map<string, Candidate>()
  if (preset.kind !== kind) return columns
  for (const [field, headers] of Object.entries(preset.fields)) {
    for (const header of headers) {
      const column = findHeader(file.columns, header)
      if (!column || columns.has(field)) continue
      columns.set(field, {
        field,
        column,
        confidence: presetConfidence,
        reason: `${preset.name} calls it “${column.header}”.`,
      })
    }
  }
  return columns
}

/** `*` in a preset's header stands for a currency in brackets. */
export function findHeader(columns: readonly ColumnFacts[], header: string): ColumnFacts | undefined {
  const wanted = headerKey(header.replace(/\s*\*$/, ''))
  return columns.find(
    ({ header: found }) => headerKey(header.endsWith('*') ? found.replace(/\s*\(\S{1,3}\)$/, '') : found) === wanted,
  )
}

/** Of two currency columns, that of the amount: a converted amount has the converted currency. */
function pairCurrency(chosen: Map<string, Candidate>, candidates: readonly Candidate[]): void {
  const amount = chosen.get('amount') ?? chosen.get('revenue')
  const currency = chosen.get('currency')
  if (!amount || !currency) return
  const converted = isConverted(amount.column.header)
  if (isConverted(currency.column.header) === converted) return
  const taken = new Set([...chosen.values()].map(({ column }) => column.at))
  const other = candidates.find(
    ({ field, column }) => field === 'currency' && !taken.has(column.at) && isConverted(column.header) === converted,
  )
  if (other) chosen.set('currency', other)
}

function toProposal(
  { field, column, confidence, reason }: Candidate,
  candidates: readonly Candidate[],
  chosen: ReadonlyMap<string, Candidate>,
): FieldProposal {
  const sure = new Set([...chosen.values()].filter((other) => other.confidence >= 0.9).map(({ column }) => column.at))
  return {
    field,
    column: column.at,
    header: column.header,
    confidence,
    reason,
    samples: column.text.values.slice(0, 3),
    basis: ['amount', 'revenue'].includes(field) ? basisOf(column.header) : null,
    alternatives: candidates
      .filter((other) => other.field === field && other.column !== column && !sure.has(other.column.at))
      .sort((a, b) => b.confidence - a.confidence)
      .map((other) => ({ column: other.column.at, header: other.column.header, confidence: other.confidence })),
  }
}

/** Columns by whose values lines could be known again, if each stood once. */
function lineIdNotes(candidates: readonly Candidate[], used: ReadonlySet<number>): Note[] {
  return candidates
    .filter(({ field, column }) => field === 'line_id' && column.text.repeated && !used.has(column.at))
    .map(({ column: { at, header } }) => ({
      column: at,
      code: 'line-ids-repeat',
      text: `“${header}” may be the number of each line, but some of its values stand on several lines: it is not loaded, and lines are known again by what they hold. If it is meant to number them, choose it as the line number: then the lines that repeat are told.`,
    }))
}

function amountNotes(file: FileFacts, amount: ColumnFacts | undefined, currency = ''): Note[] {
  if (!amount) return []
  const notes: Note[] = findAmountTwins(file, amount).map(({ at, header }) => ({
    column: at,
    code: 'one-spend-two-currencies',
    text: `“${amount.header}” and “${header}” are one spend in two currencies. Only “${amount.header}” is loaded; adding both would count it twice.`,
  }))
  const basis = basisOf(amount.header)
  const others = file.columns.filter((column) => column !== amount && basisOf(column.header) !== null)
  if (basis !== null || others.length > 0) {
    const words = { net: 'without tax', gross: 'with tax', tax: 'the tax itself' }
    notes.push({
      column: amount.at,
      code: 'amount-basis',
      text: `“${amount.header}” is taken as what was spent${basis ? `: ${words[basis]}` : ''}.${others
        .map(({ header }) => ` “${header}” is ${words[basisOf(header) as 'net']} and not loaded.`)
        .join('')}`,
    })
  }
  if (currency !== '')
    notes.push({
      column: amount.at,
      code: 'currency-from-header',
      text: `The header “${amount.header}” says that its amounts are ${currency}.`,
    })
  return notes
}
