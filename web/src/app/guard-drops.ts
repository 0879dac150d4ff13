import { currentSession } from '../api/session.ts'
import { here, navigate } from '../state/router.ts'
import { hrefOf } from '../state/use-view.ts'
import { readView } from '../state/view-url.ts'
import { hasFiles, readDropped } from '../ui/dropped-files.ts'

const uploads = '/uploads'

/** A file that is dropped beside its place must not take the place of the page: it goes where files are uploaded. */
export function guardDrops(): () => void {
  const onOver = (event: DragEvent) => {
    if (hasFiles(event)) event.preventDefault()
  }
  const onDrop = (event: DragEvent) => {
    const { path, search } = here()
    if (!hasFiles(event) || path === uploads) return
    event.preventDefault()
    const role = currentSession()?.role
    if (role !== 'finance' && role !== 'admin') return
    const dropped = readDropped(event)
    import('../pages/uploads/chosen-store.ts').then(
      ({ takeFiles }) => {
        void takeFiles(dropped)
        navigate(hrefOf(uploads, readView(search)))
      },
      () => undefined,
    )
  }
  addEventListener('dragover', onOver)
  addEventListener('drop', onDrop)
  return () => {
    removeEventListener('dragover', onOver)
    removeEventListener('drop', onDrop)
  }
}
