import { type Answers, ask, type NumberUse, type Question } from './column-plan.ts'
import { countCells, quoteExamples } from './evidence.ts'
import type { DecimalMark } from './number-body.ts'
import type { NumberFacts } from './number-facts.ts'

export type DecimalDecision = { decimal: DecimalMark; question: Question | null }

/** Below one odd cell in twenty the many decide, and the odd ones are refused cell by cell. */
const oddShare = 20

/**
 * The decimal mark of a column, from all its values.
 * What a number is for may rule a reading out: things are counted in whole numbers, a rating has no thousands. `leaning`
 * is what the other columns of the file show; it only proposes.
 */
export function decideDecimal(
  facts: NumberFacts,
  column: { at: number; header: string; use: NumberUse; leaning: DecimalMark | null },
  answers: Answers,
): DecimalDecision {
  const [points, commas] = [facts.pointOnly.cells, facts.commaOnly.cells]
  const majority: DecimalMark = commas > points ? ',' : '.'
  const either = facts.either.cells
  if (points === 0 && commas === 0) {
    if (either === 0) return { decimal: column.leaning ?? '.', question: null }
    const only = onlyReading(facts, column.use)
    if (only) return { decimal: only, question: null }
    return askDecimal(facts, column, answers, column.leaning ?? likelier(facts, column.use))
  }
  const odd = Math.min(points, commas)
  if (odd === 0 || either === 0 || odd * oddShare <= Math.max(points, commas))
    return { decimal: majority, question: null }
  return askDecimal(facts, column, answers, majority)
}

/** The reading that the use of the numbers leaves; null if it rules none out. */
function onlyReading({ fractions }: NumberFacts, use: NumberUse): DecimalMark | null {
  if ((fractions.point === 0) === (fractions.comma === 0)) return null
  const whole = fractions.point === 0 ? '.' : ','
  if (use === 'count') return whole
  if (use === 'score' || use === 'fraction') return whole === '.' ? ',' : '.'
  return null
}

/** Three digits behind a mark are more often thousands, but for a rate of exchange. */
function likelier({ fractions }: NumberFacts, use: NumberUse): DecimalMark {
  const thousands = fractions.comma < fractions.point ? ',' : '.'
  if (use !== 'rate') return thousands
  return thousands === '.' ? ',' : '.'
}

function askDecimal(
  facts: NumberFacts,
  column: { at: number; header: string; use: NumberUse; leaning: DecimalMark | null },
  answers: Answers,
  proposed: DecimalMark,
): DecimalDecision {
  const mixed = facts.pointOnly.cells > 0 && facts.commaOnly.cells > 0
  const question = ask(answers, {
    id: `decimal:${column.at}`,
    column: column.at,
    code: mixed ? 'decimal-mixed' : 'decimal-unclear',
    text: mixed
      ? `“${column.header}” writes numbers in two ways: ${quoteExamples(facts.pointOnly)} but ${quoteExamples(facts.commaOnly)}. Which mark stands before the decimals in cells like ${quoteExamples(facts.either)}?`
      : `In “${column.header}”, is ${quoteExamples(facts.either)} written with thousands or with decimals? ${countCells(facts.either.cells)} can be read both ways.`,
    options: [
      { value: '.', label: 'A point before the decimals, as in 1,234.56', effect: sumText(facts, 'point') },
      { value: ',', label: 'A comma before the decimals, as in 1.234,56', effect: sumText(facts, 'comma') },
    ],
    proposed,
    reason: mixed
      ? 'Most cells of the column that can be read in one way only are written so.'
      : column.leaning
        ? 'The other columns of the file are written so.'
        : column.use === 'rate'
          ? 'Rates are rarely thousands.'
          : 'Three digits behind a mark are more often thousands than decimals.',
  })
  return { decimal: (question.answer ?? proposed) as DecimalMark, question }
}

/** `The column adds up to 3,734 USD and 12.5 without a currency.` Currencies stay apart. */
function sumText(facts: NumberFacts, reading: 'point' | 'comma'): string {
  const sums = facts.sums.map((sum) => `${groupDigits(sum[reading])}${sum.mark === '' ? '' : ` ${sum.mark}`}`)
  return `The column adds up to ${sums.join(', ')}.`
}

export function groupDigits(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}
