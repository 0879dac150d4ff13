import { useState } from 'preact/hooks'
import { saveView } from '../../api/saved-views.ts'
import { useBooks } from '../../api/use-books.ts'
import { t } from '../../messages/views.ts'
import { here } from '../../state/router.ts'
import { searchToSave } from '../../state/saved-place.ts'
import type { View } from '../../state/view.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { ErrorBox } from '../../ui/states.tsx'
import { useStep } from '../uploads/use-step.ts'
import { SharedTick, ViewName } from './view-fields.tsx'

type SaveProps = { view: View; onSaved: (name: string) => void }

/** Keeps the address that is shown under a name; a preview cannot be kept, and says so. */
export function SaveView({ view, onSaved }: SaveProps) {
  const [text, setText] = useState('')
  const [shared, setShared] = useState(false)
  // Whoever looks at the past means that past.
  const [state, setState] = useState<'newest' | 'pinned'>(view.snapshot === null ? 'newest' : 'pinned')
  const number = useBooks(view).data?.snapshot.number
  const step = useStep()
  if (view.preview !== null) return <p class="quiet small">{t('previewNotSaved')}</p>
  const name = text.trim()
  const snapshot = state === 'pinned' ? (number ?? view.snapshot) : null
  const submit = async (event: Event) => {
    event.preventDefault()
    const { path, search } = here()
    const wanted = { name, path, search: searchToSave(search), snapshot, shared }
    if (name === '' || !(await step.run(() => saveView(view.workspace, wanted)))) return
    setText('')
    onSaved(name)
  }
  return (
    <form class="save-view" onSubmit={(event) => void submit(event)}>
      <h3>{t('save')}</h3>
      <p class="quiet small">{t('saveNote')}</p>
      <ViewName value={text} onChange={setText} />
      <SharedTick value={shared} onChange={setShared} />
      {number !== undefined && (
        <Choices
          legend={t('books')}
          value={state}
          choices={[
            { value: 'newest', label: t('follow'), hint: t('followHint') },
            { value: 'pinned', label: t('pinned', { number }), hint: t('pinnedHint') },
          ]}
          onChoose={setState}
        />
      )}
      <Button type="submit" kind="main" disabled={step.busy || name === ''}>
        {t('saveButton')}
      </Button>
      {step.problem && <ErrorBox problem={step.problem} />}
    </form>
  )
}
