import type { NameId } from '../contract/ids.ts'
import { CodedError } from '../contract/problem.ts'
import type { ReportQuery } from '../contract/report.ts'
import type { Books } from '../store/ports.ts'
import { type OpenedView, openView } from './open-view.ts'

type Input = { id: NameId } & Pick<ReportQuery, 'snapshot' | 'preview'>

/** One creator of a state of the books, by its id or that of an alias; `at` is its position in the view. Throws `not-found`. */
export async function findCreator(
  deps: { books: Books },
  { id, ...state }: Input,
): Promise<OpenedView & { at: number }> {
  const opened = await openView(deps, state)
  const at = opened.view.creatorAt(Number.parseInt(id, 16))
  // Position 0 stands for no creator.
  if (!at) throw new CodedError('not-found', `These books know no creator ${id}.`)
  return { ...opened, at }
}
