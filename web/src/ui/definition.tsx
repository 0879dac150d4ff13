import type { ComponentChildren } from 'preact'
import { useId, useRef } from 'preact/hooks'
import { placeFloating } from './place-floating.ts'

/** A term with its meaning, on hover and on focus; Escape puts it away. */
export function Definition({ meaning, children }: { meaning: ComponentChildren; children: ComponentChildren }) {
  const id = useId()
  const term = useRef<HTMLButtonElement>(null)
  const tip = useRef<HTMLSpanElement>(null)
  const show = () => {
    if (!tip.current || !term.current || tip.current.matches(':popover-open')) return
    tip.current.showPopover()
    placeFloating(tip.current, term.current, 'center')
  }
  const hide = () => {
    if (tip.current?.matches(':popover-open')) tip.current.hidePopover()
  }
  // The tip may be pointed at itself, so that long meanings can be read with a magnifier.
  const leave = (event: MouseEvent) => {
    if (event.relatedTarget instanceof Node && tip.current?.contains(event.relatedTarget)) return
    hide()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') hide()
  }
  return (
    <>
      <button
        ref={term}
        type="button"
        class="term"
        aria-describedby={id}
        onMouseEnter={show}
        onMouseLeave={leave}
        onFocus={show}
        onBlur={hide}
        onClick={show}
        onKeyDown={onKeyDown}
      >
        {children}
      </button>
      <span ref={tip} id={id} class="tip" popover="manual" role="tooltip" onMouseLeave={hide}>
        {meaning}
      </span>
    </>
  )
}
