import type { BooksEdit } from '../../../../functions/contract/books-change.ts'
import { stageChange } from '../../api/books-changes.ts'
import { navigate } from '../../state/router.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { useStep } from '../uploads/use-step.ts'

/** Prepares a change and goes to its page, where it is looked at and agreed to. */
export function useStaging(view: View) {
  const { busy, problem, run } = useStep()
  const stage = (edit: BooksEdit): Promise<boolean> =>
    run(async () => {
      const { id } = await stageChange(view.workspace, edit)
      navigate(hrefOf(`/changes/${id}`, view))
    })
  return { busy, problem, stage }
}
