import { useEffect, useRef, useState } from 'preact/hooks'
import type { SavedView } from '../../../../functions/contract/saved-view.ts'
import { t } from '../../messages/views.ts'
import { savedHref } from '../../state/saved-place.ts'
import { Button } from '../../ui/button.tsx'
import { ChangeSavedView } from './change-saved-view.tsx'

type RowProps = {
  workspace: string
  saved: SavedView
  close: () => void
  /** What was done, for the line above the list. */
  say: (text: string) => void
}

/** A saved view: a link to it, whose it is, and for its maker how to change it. */
export function SavedViewRow({ workspace, saved, close, say }: RowProps) {
  const [changing, setChanging] = useState<boolean>()
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (changing === false) row.current?.querySelector('button')?.focus()
  }, [changing])
  const { name, snapshot, changeable } = saved
  if (changing) {
    const done = (text: string | null) => {
      setChanging(text === null ? false : undefined)
      if (text !== null) say(text)
    }
    return (
      <li>
        <ChangeSavedView workspace={workspace} saved={saved} onDone={done} />
      </li>
    )
  }
  const facts = [sayOwner(saved), snapshot !== null && t('ofSnapshot', { number: snapshot })].filter(Boolean)
  return (
    <li ref={row} class="saved-view">
      <div>
        <a href={savedHref(saved, workspace)} dir="auto" onClick={close}>
          {name}
        </a>
        <p class="quiet small">{facts.join(' · ')}</p>
      </div>
      {changeable && (
        <Button kind="plain" aria-label={t('changeNamed', { name })} onClick={() => setChanging(true)}>
          {t('change')}
        </Button>
      )}
    </li>
  )
}

/** An admin may change what others have shared: then it is named after them too. */
function sayOwner({ shared, savedBy }: SavedView): string {
  return shared ? t('by', { who: savedBy }) : t('own')
}
