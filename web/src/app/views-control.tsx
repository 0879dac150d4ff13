import { t } from '../messages/shell.ts'
import type { View } from '../state/view.ts'
import { lazy } from '../ui/lazy.tsx'
import { Popover } from '../ui/popover.tsx'

const ViewsForm = lazy(() => import('../pages/views/views-form.tsx').then((m) => m.ViewsForm))

/** Saved views: to save what is shown, and to open another. */
export function ViewsControl({ view }: { view: View }) {
  return (
    <Popover chip={t('views')} title={t('views')}>
      {(close) => <ViewsForm view={view} close={close} />}
    </Popover>
  )
}
