import type { ColumnFacts } from './column-facts.ts'
import { type Answers, ask, type ColumnDecision, chosen, type MarkMeanings, type Question } from './column-plan.ts'
import { currenciesOfMark } from './currency-marks.ts'

/** A column that names currencies: `$` in it is asked about, as several are written so. */
export function decideCurrency(column: ColumnFacts, answers: Answers): ColumnDecision {
  const marks: MarkMeanings = {}
  const questions: Question[] = []
  for (const value of new Set(column.text.values.map((value) => value.trim().replace(/\.$/, '').toLowerCase()))) {
    const [usual, ...others] = currenciesOfMark(value) ?? []
    if (usual === undefined) continue
    marks[value] = usual
    if (others.length === 0) continue
    const question = ask(answers, {
      id: `mark:${column.at}:${value}`,
      column: column.at,
      code: 'currency-mark',
      text: `Which currency does “${value}” stand for in “${column.header}”? Several are written so.`,
      options: [usual, ...others].map((code) => ({
        value: code,
        label: code,
        effect: `Lines with “${value}” are ${code}.`,
      })),
      proposed: usual,
      reason: `It is the most usual meaning of “${value}”.`,
    })
    marks[value] = chosen(question)
    questions.push(question)
  }
  return { plan: { as: 'currency', marks }, questions, notes: [] }
}
