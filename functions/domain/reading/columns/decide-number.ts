import {
  type Answers,
  ask,
  type ColumnDecision,
  chosen,
  type MarkMeanings,
  type Note,
  type NumberPlan,
  type NumberUse,
  type Question,
} from './column-plan.ts'
import { currenciesOfHeader, currenciesOfMark, powerOfHeader } from './currency-marks.ts'
import { decideDecimal, groupDigits } from './decide-decimal.ts'
import { countCells, quoteExamples } from './evidence.ts'
import type { DecimalMark } from './number-body.ts'
import type { NumberFacts } from './number-facts.ts'

export type NumberColumn = {
  at: number
  header: string
  use: NumberUse
  /** The field it fills: what is credit in a column of spend is debit in one of revenue. */
  field: string
  leaning: DecimalMark | null
  /** A column of the file names the currency of each line. */
  hasCurrencyColumn: boolean
  /** Currency given for the whole file; '' if none. */
  currency: string
  rounding: boolean
}

/** Decides how a column of numbers is read, and what must be asked about it. */
export function decideNumber(facts: NumberFacts, column: NumberColumn, answers: Answers): ColumnDecision {
  const whole = column.use === 'count'
  const decimal = decideDecimal(facts, column, answers)
  const plan: NumberPlan = {
    as: 'number',
    expects: column.use,
    decimal: decimal.decimal,
    currency: '',
    marks: {},
    negativeSide: column.field === 'revenue' || column.field === 'gross_profit' ? 'debit' : 'credit',
    flipped: false,
    power: 0,
    rounding: column.rounding,
  }
  const questions: Question[] = decimal.question ? [decimal.question] : []
  const notes = numberNotes(facts, column)
  if (column.use === 'amount') {
    questions.push(...decideMarks(facts, column, answers, plan), ...decideSigns(facts, column, answers, plan))
  }
  if (column.use === 'amount' || whole) questions.push(...decidePower(column, answers, plan))
  return { plan, questions, notes }
}

function decideMarks(facts: NumberFacts, column: NumberColumn, answers: Answers, plan: NumberPlan): Question[] {
  const questions: Question[] = []
  const marks = [...new Set(facts.sums.map(({ mark }) => mark))].filter((mark) => mark !== '')
  const headers = currenciesOfHeader(column.header)
  const meanings: MarkMeanings = {}
  for (const mark of marks) {
    const currencies = currenciesOfMark(mark) ?? []
    const known = [column.currency, ...headers].find((code) => currencies.includes(code)) ?? currencies[0] ?? ''
    meanings[mark] = known
    if (currencies.length < 2 || column.hasCurrencyColumn || (headers.length === 1 && headers[0] === known)) continue
    if (column.currency === known) continue
    const question = askCurrency(answers, column, {
      id: `mark:${column.at}:${mark}`,
      code: 'currency-mark',
      text: `Which currency does “${mark}” stand for in “${column.header}”? Several are written so. (${quoteExamples(sumOf(facts, mark).seen)})`,
      currencies,
      proposed: known,
      reason: `It is the most usual meaning of “${mark}”.`,
      effect: sumWords(facts, mark, plan.decimal),
    })
    meanings[mark] = chosen(question)
    questions.push(question)
  }
  plan.marks = meanings
  const bare = facts.sums.find(({ mark }) => mark === '')
  if (column.hasCurrencyColumn || !bare) return questions
  const [named] = headers.length === 1 ? headers : []
  const clash = named !== undefined && column.currency !== '' && column.currency !== named
  if (!clash && (named ?? column.currency) !== '') {
    plan.currency = named ?? column.currency
    return questions
  }
  const others = Object.values(meanings)
  const question = askCurrency(answers, column, {
    id: `currency:${column.at}`,
    code: 'currency-missing',
    text: `In which currency are the amounts of “${column.header}” that show none (${quoteExamples(bare.seen)})? ${
      clash
        ? `Its header says ${named}, but the file is taken as ${column.currency}.`
        : others.length > 0
          ? `The column also holds ${others.join(' and ')}, which stay apart.`
          : 'The file does not say.'
    }`,
    currencies: [...headers, ...(clash ? [column.currency] : []), ...others, 'USD', 'EUR', 'GBP'],
    proposed: headers[0] ?? '',
    reason: headers.length > 0 ? `The header says ${column.header}.` : 'Nothing in the file tells.',
    effect: sumWords(facts, '', plan.decimal),
  })
  plan.currency = chosen(question)
  return [...questions, question]
}

function askCurrency(
  answers: Answers,
  column: NumberColumn,
  {
    currencies,
    effect,
    ...rest
  }: Pick<Question, 'id' | 'code' | 'text' | 'proposed' | 'reason'> & {
    currencies: readonly string[]
    effect: string
  },
): Question {
  const given = answers[rest.id]
  // Any currency is an answer, also one that is not among the usual ones.
  const listed = [...new Set([...currencies, ...(given && currenciesOfMark(given)?.[0] === given ? [given] : [])])]
  return ask(answers, {
    ...rest,
    column: column.at,
    options: listed.map((code) => ({ value: code, label: code, effect: `${effect} in ${code}` })),
  })
}

const sumOf = (facts: NumberFacts, mark: string) =>
  facts.sums.find((sum) => sum.mark === mark) as NumberFacts['sums'][number]

const sumWords = (facts: NumberFacts, mark: string, decimal: DecimalMark): string =>
  `${countCells(facts.sums.filter((sum) => sum.mark === mark).reduce((cells, { seen }) => cells + seen.cells, 0))}, together ${facts.sums
    .filter((sum) => sum.mark === mark)
    .map((sum) => groupDigits(decimal === '.' ? sum.point : sum.comma))
    .join(' and ')}`

function decideSigns(facts: NumberFacts, column: NumberColumn, answers: Answers, plan: NumberPlan): Question[] {
  const credits = facts.sums.filter(({ side }) => side === 'credit').reduce((sum, { seen }) => sum + seen.cells, 0)
  const debits = facts.sums.filter(({ side }) => side === 'debit').reduce((sum, { seen }) => sum + seen.cells, 0)
  const usual = plan.negativeSide === 'credit' ? credits : debits
  // Where somebody has said it before, it is asked though the usual reading would do.
  const said = (id: string): boolean => answers[`${id}:${column.at}`] !== undefined
  if (usual > 0 || (credits > 0 && debits > 0) || (credits + debits > 0 && said('side'))) {
    const question = ask(answers, {
      id: `side:${column.at}`,
      column: column.at,
      code: 'credit-debit',
      text: `“${column.header}” marks ${countCells(credits)} as credit and ${countCells(debits)} as debit. Which of them reduce the total?`,
      options: [
        { value: 'credit', label: 'Credits (CR) are negative', effect: `${countCells(credits)} will be negative.` },
        { value: 'debit', label: 'Debits (DR) are negative', effect: `${countCells(debits)} will be negative.` },
      ],
      proposed: plan.negativeSide,
      reason:
        plan.negativeSide === 'credit'
          ? 'A credit in a ledger of costs is a refund.'
          : 'A debit of revenue is a return.',
    })
    plan.negativeSide = chosen(question) as 'credit' | 'debit'
    return [question]
  }
  const mostly = facts.negatives.cells > facts.positives
  if (credits + debits > 0 || !(mostly || said('sign'))) return []
  const question = ask(answers, {
    id: `sign:${column.at}`,
    column: column.at,
    code: 'mostly-negative',
    text: mostly
      ? `Most amounts of “${column.header}” are negative (${quoteExamples(facts.negatives)}). Does this file write what was spent with a minus, as bank statements do?`
      : `Most amounts of “${column.header}” are positive. Does this file write what was spent with a minus all the same, as an earlier one of its shape did?`,
    options: [
      {
        value: 'flip',
        label: 'Yes, a minus is money spent',
        effect: 'Signs are turned: spend counts, the rest is refunds.',
      },
      { value: 'keep', label: 'No, a minus is a refund', effect: 'Signs stay as they are.' },
    ],
    proposed: mostly && column.field === 'amount' ? 'flip' : 'keep',
    reason: `${countCells(facts.negatives.cells)} are negative, ${countCells(facts.positives)} positive.`,
  })
  plan.flipped = chosen(question) === 'flip'
  return [question]
}

const scaleNames: Record<number, string> = { 3: 'thousands', 6: 'millions', [-2]: 'cents', [-6]: 'millionths' }

function decidePower(column: NumberColumn, answers: Answers, plan: NumberPlan): Question[] {
  const power = powerOfHeader(column.header)
  if (power === 0) return []
  const word = scaleNames[power] ?? 'another unit'
  const one = power > 0 ? groupDigits(String(10 ** power)) : (10 ** power).toFixed(-power)
  const question = ask(answers, {
    id: `power:${column.at}`,
    column: column.at,
    code: 'header-scale',
    text: `The header “${column.header}” seems to say that its numbers are in ${word}. Are they?`,
    options: [
      { value: String(power), label: `Yes, in ${word}`, effect: `1 is read as ${one}.` },
      { value: '0', label: 'No, as written', effect: '1 is read as 1.' },
    ],
    proposed: String(power),
    reason: 'The header says so.',
  })
  plan.power = Number(chosen(question))
  return [question]
}

function numberNotes(facts: NumberFacts, { at, header, use }: NumberColumn): Note[] {
  const notes: Note[] = []
  const note = (code: string, text: string): void => void notes.push({ column: at, code, text })
  const marked = facts.sums.filter(({ mark }) => mark !== '')
  if (use !== 'amount' && marked[0])
    note(
      'currency-mark-unexpected',
      `“${header}” counts things, but ${countCells(marked.reduce((sum, { seen }) => sum + seen.cells, 0))} show a currency: ${quoteExamples(marked[0].seen)}. The mark is left out; check those cells.`,
    )
  if (facts.scientific.cells > 0)
    note(
      'scientific',
      `“${header}” holds ${countCells(facts.scientific.cells)} that a spreadsheet shortened, such as ${quoteExamples(facts.scientific)}: digits may be lost.`,
    )
  if (facts.powers.cells > 0)
    note('rounded-words', `“${header}” holds rounded numbers such as ${quoteExamples(facts.powers)}.`)
  return notes
}
