import { useRef, useState } from 'preact/hooks'
import type { SavedView } from '../../../../functions/contract/saved-view.ts'
import { useSavedViews } from '../../api/saved-views.ts'
import { t } from '../../messages/views.ts'
import type { View } from '../../state/view.ts'
import { Answered, Skeleton } from '../../ui/states.tsx'
import { SaveView } from './save-view.tsx'
import { SavedViewRow } from './saved-view-row.tsx'
import './views-form.css'

/** What is shown, to be saved under a name; and what was saved, to be opened, renamed, shared or deleted. */
export function ViewsForm({ view, close }: { view: View; close: () => void }) {
  const [said, setSaid] = useState('')
  const status = useRef<HTMLParagraphElement>(null)
  // What was pressed may be gone: the focus goes to what came of it, and does not fall out of the menu.
  const say = (text: string) => {
    setSaid(text)
    status.current?.focus()
  }
  return (
    <div class="saved-views">
      <SaveView view={view} onSaved={(name) => setSaid(t('saved', { name }))} />
      <p ref={status} tabIndex={-1} role="status" class="small">
        {said}
      </p>
      <h3 id="saved-views-list">{t('list')}</h3>
      <Answered answer={useSavedViews(view.workspace)} skeleton={<Skeleton heights={[4]} />}>
        {({ views }) => <List view={view} views={views} close={close} say={say} />}
      </Answered>
    </div>
  )
}

type ListProps = { view: View; views: readonly SavedView[]; close: () => void; say: (text: string) => void }

function List({ view, views, close, say }: ListProps) {
  if (views.length === 0) return <p class="quiet small">{t('none')}</p>
  return (
    <ul class="saved-view-list" aria-labelledby="saved-views-list">
      {views.map((saved) => (
        <SavedViewRow key={saved.id} workspace={view.workspace} saved={saved} close={close} say={say} />
      ))}
    </ul>
  )
}
