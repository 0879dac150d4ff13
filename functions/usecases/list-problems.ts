import type { UploadId } from '../contract/ids.ts'
import type { ProblemList } from '../contract/problem.ts'
import type { Books } from '../store/ports.ts'
import { findUpload } from './change-upload.ts'

/** The problems of the last check. All are counted, the first are listed, and the first page has their causes. */
export async function listProblems(
  deps: { books: Pick<Books, 'uploads' | 'problems'> },
  input: { id: UploadId; limit: number; cursor?: string },
): Promise<ProblemList> {
  const { id, ...page } = input
  const { problemsTotal: total, problemsBeyond: beyond, problemsStaging: staging } = await findUpload(deps, id)
  if (staging === null) return { problems: [], total, causes: [], beyond, next: null }
  const { items, next } = await deps.books.problems.list(id, staging, page)
  const causes = page.cursor === undefined ? await deps.books.problems.causes(id, staging) : []
  return { problems: items, total, causes, beyond, next }
}
