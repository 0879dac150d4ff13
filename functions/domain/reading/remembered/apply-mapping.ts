import type { Reading, ReadingChoice, ReadingNeed } from '../../../contract/reading.ts'
import type { UploadKind } from '../../../contract/upload.ts'
import { kindFields } from '../../ingest/kinds.ts'
import { headerKey } from '../../ingest/normalise.ts'
import { decideReading, type ReadingDecision } from '../decide-reading.ts'
import type { ReadingOptions } from '../reading-options.ts'
import type { Understood } from '../understand-file.ts'
import type { MappingRecord } from './mapping-record.ts'

/** A reading by what was remembered, and what of it was taken. */
export type RememberedReading = { decision: ReadingDecision; choice: ReadingChoice; figures: ReadingOptions['figures'] }

/** What a whole file may be about: the next is often about another, so that it is asked for again. */
const subjects = ['campaign', 'creator']
const days = ['date', 'period_start', 'period_end']
/** An answer may raise a question that was answered too, and that one another. */
const roundsMax = 5

/**
 * Reads a file by what was said of an earlier one of its shape. What the user says of this one comes first. Columns are
 * taken as they were. An answer is taken only where the same question is still open and the file itself leans as it did
 * then; a value for all lines only where the file still lacks it. All else is asked again.
 */
export function applyMapping(
  understood: Understood,
  kind: UploadKind,
  options: ReadingOptions,
  mapping: MappingRecord,
): RememberedReading {
  const own = options.reading ?? {}
  const figures = options.figures ?? mapping.figures ?? undefined
  const place =
    mapping.sheet !== null && understood.source.kind === 'workbook' && understood.source.sheet === mapping.sheet
      ? { sheet: mapping.sheet }
      : {}
  let choice: ReadingChoice = {
    ...place,
    ...own,
    columns: columnsOf(mapping, kind, options),
    constants: { ...takenAway(mapping), ...own.constants },
    answers: { ...own.answers },
    ...((own.rounding ?? mapping.rounding) ? { rounding: true } : {}),
  }
  const decide = () => decideReading(understood, kind, { ...options, ...(figures && { figures }), reading: choice })
  let decision = decide()
  for (let round = 0; round < roundsMax; round++) {
    const next = withRemembered(decision.reading, choice, mapping)
    if (next === null) break
    choice = next
    decision = decide()
  }
  const reading = describe(decision.reading, choice, own, mapping)
  const needs = [...reading.needs, ...subjectNeeds(reading, own, mapping)]
  const plan = needs.length > 0 ? null : decision.plan
  return { decision: { ...decision, reading: { ...reading, needs }, plan }, choice, figures }
}

/** By position: the headers are the same. A column that the user gives to another field leaves its own. */
function columnsOf(mapping: MappingRecord, kind: UploadKind, options: ReadingOptions): Record<string, number | null> {
  const own = options.reading?.columns ?? {}
  const taken = new Set(Object.values(own))
  // Fields and headers that the user names, in either order.
  const named = new Set(
    Object.entries(options.mapping ?? {})
      .flat()
      .map(headerKey),
  )
  const columns: Record<string, number | null> = {}
  for (const { name } of kindFields[kind]) {
    const at = mapping.columns.indexOf(name)
    if (named.has(headerKey(name)) || named.has(headerKey(mapping.headers[at] ?? ''))) continue
    columns[name] = at < 0 || taken.has(at) ? null : at
  }
  return { ...columns, ...own }
}

const isOfOneFile = (field: string): boolean => days.includes(field) || subjects.includes(field)

const takenAway = ({ constants }: MappingRecord): Record<string, string> =>
  Object.fromEntries(Object.entries(constants).filter(([field, value]) => value === '' && !days.includes(field)))

/** What can be taken beside what is known already; null where nothing more can. */
function withRemembered(reading: Reading, choice: ReadingChoice, mapping: MappingRecord): ReadingChoice | null {
  const answers = answersFor(reading, choice, mapping)
  const constants = constantsFor(reading, choice, mapping)
  if (Object.keys(answers).length + Object.keys(constants).length === 0) return null
  return {
    ...choice,
    answers: { ...choice.answers, ...answers },
    constants: { ...choice.constants, ...constants },
  }
}

function answersFor({ questions }: Reading, { answers = {} }: ReadingChoice, mapping: MappingRecord) {
  const found: Record<string, string> = {}
  for (const { question: id, code, value, proposed } of mapping.answers) {
    if (answers[id] !== undefined) continue
    const asked = questions.find((one) => one.id === id)
    // A file that writes its amounts the other way round than the earlier one does not ask: it must be made to.
    if (!asked && mustBeAsked(id, value, proposed)) found[id] = unanswered
    if (!asked || asked.answer !== null || asked.code !== code || asked.proposed !== proposed) continue
    if (asked.options.some((option) => option.value === value)) found[id] = value
  }
  return found
}

/** What the usual reading, which is not asked about, would do otherwise. */
function mustBeAsked(question: string, value: string, proposed: string): boolean {
  if (question.startsWith('sign:')) return value === 'flip'
  return question.startsWith('side:') && value !== proposed
}

/** No option of any question: it is asked. */
const unanswered = ''

function constantsFor(
  { needs, constants, columns, questions }: Reading,
  choice: ReadingChoice,
  mapping: MappingRecord,
) {
  const filled = new Set(columns.map(({ field }) => field))
  const found: Record<string, string> = {}
  for (const [field, value] of Object.entries(mapping.constants)) {
    if (value === '' || filled.has(field) || choice.constants?.[field] !== undefined || isOfOneFile(field)) continue
    const need = needs.find((one) => one.field === field)
    if (field === 'currency' && (need?.proposed !== mapping.currencyProposed || hasOpenMark(questions))) continue
    if (constants[field] !== value) found[field] = value
  }
  return found
}

/** A currency for all lines would settle what a mark means, which nobody has said. */
const hasOpenMark = (questions: Reading['questions']): boolean =>
  questions.some(({ code, answer }) => code === 'currency-mark' && answer === null)

function describe(reading: Reading, choice: ReadingChoice, own: ReadingChoice, mapping: MappingRecord): Reading {
  const { id, name, version, updatedBy, updatedAt } = mapping
  const answers = mapping.answers
    .map(({ question }) => question)
    .filter((question) => choice.answers?.[question] && own.answers?.[question] === undefined)
  const constants = Object.keys(choice.constants ?? {}).filter(
    (field) => own.constants?.[field] === undefined && reading.constants[field] === mapping.constants[field],
  )
  const as = `As remembered in “${name}”, by ${updatedBy} on ${updatedAt.slice(0, 10)}.`
  const remembered = (field: string | null): boolean => field !== null && own.columns?.[field] === undefined
  return {
    ...reading,
    columns: reading.columns.map((column) => (remembered(column.field) ? { ...column, reason: as } : column)),
    needs: reading.needs.map((need) => withLast(need, mapping)),
    notes: [...reading.notes, ...leftNotes(reading, choice, mapping)],
    mapping: { id, name, version, updatedBy, updatedAt, answers, constants },
  }
}

function subjectNeeds(reading: Reading, own: ReadingChoice, { name, constants }: MappingRecord): ReadingNeed[] {
  const isSettled = (field: string): boolean =>
    own.constants?.[field] !== undefined ||
    reading.columns.some((column) => column.field === field) ||
    reading.needs.some((need) => need.field === field)
  return subjects
    .filter((field) => constants[field] && !isSettled(field))
    .map((field) => ({
      field,
      input: 'text' as const,
      text: `The last file of “${name}” was all about one ${field}. Which ${field} is this one about?`,
      proposed: constants[field] ?? '',
      reason: 'It was that of the last file.',
    }))
}

/** A day is only told: the last one would be wrong for the next file, and a key is pressed quickly. */
function withLast(need: ReadingNeed, { constants }: MappingRecord): ReadingNeed {
  const { period_start: start, period_end: end } = constants
  const last = constants[need.field] ?? (need.field === 'date' && start && end ? `${start} to ${end}` : undefined)
  if (!last || !isOfOneFile(need.field)) return need
  const text = `${need.text} The last file of this shape had ${last}.`
  if (need.proposed !== '' || need.input !== 'text') return { ...need, text }
  return { ...need, text, proposed: last, reason: 'It was that of the last file.' }
}

/** What was remembered and does not hold for this file. */
function leftNotes(reading: Reading, choice: ReadingChoice, mapping: MappingRecord): Reading['notes'] {
  const open = mapping.answers.filter(({ question }) =>
    reading.questions.some(({ id, answer }) => id === question && answer === null),
  )
  const notes = open.map(({ question, text }) => ({
    column: reading.questions.find(({ id }) => id === question)?.column ?? -1,
    code: 'remembered-asked-again',
    text: `What “${mapping.name}” remembers does not fit this file, so it is asked again: ${text}`,
  }))
  const currency = mapping.constants.currency
  const lacking = reading.needs.some(({ field }) => field === 'currency')
  if (!currency || choice.constants?.currency || lacking || reading.constants.currency === currency) return notes
  const text = `“${mapping.name}” takes all lines as ${currency}, but this file names its currencies itself: those count.`
  return [...notes, { column: -1, code: 'remembered-left', text }]
}
