import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'

type DialogProps = {
  title: string
  onClose: () => void
  children: ComponentChildren
  /** The buttons, least dangerous first. */
  actions: ComponentChildren
}

/** A question that has to be answered first. Draw it to open it; Escape asks to close it. */
export function Dialog({ title, onClose, children, actions }: DialogProps) {
  const id = useId()
  const element = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const before = document.activeElement
    element.current?.showModal()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  const cancel = (event: Event) => {
    event.preventDefault()
    onClose()
  }
  return (
    <dialog ref={element} class="dialog" aria-labelledby={id} onCancel={cancel}>
      <h2 id={id}>{title}</h2>
      <div class="dialog-body">{children}</div>
      <div class="actions" data-end="true">
        {actions}
      </div>
    </dialog>
  )
}
