import type { BooksSummary } from '../../../functions/contract/books.ts'
import type { Report } from '../../../functions/contract/report.ts'
import { queryOf, stateQueryOf, type View } from '../state/view.ts'
import { answerOf, api } from './client.ts'
import { type Answer, type AnswerOptions, useAnswer } from './use-answer.ts'

/** The report that the view asks for. Shell and pages share one answer. */
export function useReport(view: View, options: AnswerOptions = {}): Answer<Report> {
  const query = queryOf(view)
  const param = { workspace: view.workspace }
  return useAnswer(['report', view.workspace, query], () => answerOf(api.report.$get({ param, query })), options)
}

/** What the books of the view hold: filters' values, whether they are empty or hold sample data. */
export function useBooks(view: View, options: AnswerOptions = {}): Answer<BooksSummary> {
  const query = stateQueryOf(view)
  const param = { workspace: view.workspace }
  return useAnswer(['books', view.workspace, query], () => answerOf(api.books.$get({ param, query })), options)
}
