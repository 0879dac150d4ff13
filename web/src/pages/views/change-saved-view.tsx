import { useEffect, useRef, useState } from 'preact/hooks'
import type { SavedView } from '../../../../functions/contract/saved-view.ts'
import { changeSavedView, deleteSavedView } from '../../api/saved-views.ts'
import { t } from '../../messages/views.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorBox } from '../../ui/states.tsx'
import { useStep } from '../uploads/use-step.ts'
import { SharedTick, ViewName } from './view-fields.tsx'

type ChangeProps = {
  workspace: string
  saved: SavedView
  /** With what was done; null: nothing. */
  onDone: (text: string | null) => void
}

/** Renames a saved view, shares it or not, or deletes it after asking once. */
export function ChangeSavedView({ workspace, saved, onDone }: ChangeProps) {
  const [text, setText] = useState(saved.name)
  const [shared, setShared] = useState(saved.shared)
  const [deleting, setDeleting] = useState(false)
  const step = useStep()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('input, button')?.focus(), [deleting])
  const name = text.trim()
  const submit = async (event: Event) => {
    event.preventDefault()
    if (name === '') return
    if (await step.run(() => changeSavedView(workspace, saved.id, { name, shared }))) onDone(t('changed', { name }))
  }
  const remove = async () => {
    if (await step.run(() => deleteSavedView(workspace, saved.id))) onDone(t('deleted', { name: saved.name }))
  }
  const asked = { name: saved.name }
  return (
    <form ref={form} class="save-view" aria-label={t('changeNamed', asked)} onSubmit={(event) => void submit(event)}>
      {deleting ? (
        <>
          <p>{saved.shared ? t('deleteShared', asked) : t('deleteOwn', asked)}</p>
          <div class="badges">
            <Button kind="danger" disabled={step.busy} onClick={() => void remove()}>
              {t('delete')}
            </Button>
            <Button onClick={() => setDeleting(false)}>{t('keep')}</Button>
          </div>
        </>
      ) : (
        <>
          <ViewName value={text} onChange={setText} />
          <SharedTick value={shared} onChange={setShared} />
          <div class="badges">
            <Button type="submit" kind="main" disabled={step.busy || name === ''}>
              {t('change')}
            </Button>
            <Button onClick={() => onDone(null)}>{t('cancel')}</Button>
            <Button kind="plain" onClick={() => setDeleting(true)}>
              {t('delete')}
            </Button>
          </div>
        </>
      )}
      {step.problem && <ErrorBox problem={step.problem} />}
    </form>
  )
}
