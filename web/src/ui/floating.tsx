import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { placeFloating } from './place-floating.ts'

type FloatingProps = {
  role: 'dialog' | 'menu'
  label: string
  align: 'start' | 'end'
  /** The button's look and content. */
  button: JSX.IntrinsicElements['button'] & Record<`data-${string}`, unknown>
  onKeyDown?: (event: KeyboardEvent, close: () => void) => void
  /** Drawn only while open. `close` gives the focus back to the button. */
  children: (close: () => void) => ComponentChildren
}

/** A button with what it opens beside it. Escape and a click elsewhere close it, and the focus goes back to the button. */
export function Floating({ role, label, align, button, onKeyDown, children }: FloatingProps) {
  const id = useId()
  const anchor = useRef<HTMLButtonElement>(null)
  const floating = useRef<HTMLDivElement>(null)
  const open = useOpen(anchor, floating, align)
  const close = () => {
    floating.current?.hidePopover()
    anchor.current?.focus()
  }
  return (
    <>
      <button
        {...button}
        ref={anchor}
        type="button"
        aria-haspopup={role}
        aria-expanded={open}
        aria-controls={id}
        popovertarget={id}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: its role is `role`. */}
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles have names. */}
      <div
        ref={floating}
        id={id}
        class={role === 'menu' ? 'popover menu' : 'popover'}
        popover="auto"
        role={role}
        aria-label={label}
        onKeyDown={(event) => onKeyDown?.(event, close)}
      >
        {open && children(close)}
      </div>
    </>
  )
}

type Ref<E> = { current: E | null }

/** Follows a popover's state and keeps it beside its anchor. */
function useOpen(anchor: Ref<HTMLElement>, floating: Ref<HTMLElement>, align: 'start' | 'end'): boolean {
  // Counts openings: what is opened again before it was told of its closing begins anew all the same.
  const [open, setOpen] = useState(0)
  useEffect(() => {
    const element = floating.current
    const before = ({ newState }: ToggleEvent) => newState === 'open' && setOpen((times) => times + 1)
    // Not earlier: taking away what holds the focus would leave the browser nothing to give back to the button.
    const after = ({ newState }: ToggleEvent) => {
      if (newState === 'open') return
      setOpen(0)
      const { activeElement, body } = document
      if (activeElement === null || activeElement === body) anchor.current?.focus({ preventScroll: true })
    }
    element?.addEventListener('beforetoggle', before)
    element?.addEventListener('toggle', after)
    return () => {
      element?.removeEventListener('beforetoggle', before)
      element?.removeEventListener('toggle', after)
    }
  }, [])
  useEffect(() => {
    const element = floating.current
    if (open === 0 || !element) return
    let entered = false
    const place = () => {
      if (anchor.current) placeFloating(element, anchor.current, align)
      if (entered) return
      const first =
        element.querySelector<HTMLElement>('[data-autofocus]') ??
        element.querySelector<HTMLElement>('input, button, [role^="menuitem"]')
      first?.focus({ preventScroll: true })
      entered = first !== null
    }
    place()
    // Also where its content comes later than it is opened.
    const resized = new ResizeObserver(place)
    resized.observe(element)
    addEventListener('resize', place)
    addEventListener('scroll', place, { passive: true })
    return () => {
      resized.disconnect()
      removeEventListener('resize', place)
      removeEventListener('scroll', place)
    }
  }, [open])
  return open > 0
}
