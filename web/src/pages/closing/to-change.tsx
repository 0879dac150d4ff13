import { useEffect } from 'preact/hooks'
import { useChange } from '../../api/books-changes.ts'
import { navigate } from '../../state/router.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'

/** A preview's name begins with what it is of, an upload or a change of the books: what is no upload is looked for there. */
export function ToChange({ view, id }: { view: View; id: string }) {
  const change = useChange({ workspace: view.workspace, id }, undefined).data
  useEffect(() => {
    if (change) navigate(hrefOf(`/changes/${change.id}`, view), { replace: true })
  }, [change])
  return null
}
