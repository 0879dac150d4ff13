import type { UploadId } from '../contract/ids.ts'
import type { ProblemList } from '../contract/problem.ts'
import type { Books } from '../store/ports.ts'
import { findUpload } from './change-upload.ts'

/** The problems of the last check. All are counted, the first are listed. */
export async function listProblems(
  deps: { books: Pick<Books, 'uploads' | 'problems'> },
  input: { id: UploadId; limit: number; cursor?: string },
): Promise<ProblemList> {
  const { id, ...page } = input
  const record = await findUpload(deps, id)
  const total = record.problemsTotal
  if (record.problemsStaging === null) return { problems: [], total, next: null }
  const { items, next } = await deps.books.problems.list(id, record.problemsStaging, page)
  return { problems: items, total, next }
}
