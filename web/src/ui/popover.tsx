import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { Icon } from './icon.tsx'
import { placeFloating } from './place-floating.ts'

type PopoverProps = {
  /** What the chip shows; `set` marks a choice other than the default. */
  chip: ComponentChildren
  set?: boolean
  title: string
  align?: 'start' | 'end'
  /** Drawn only while open. `close` gives the focus back to the chip. */
  children: (close: () => void) => ComponentChildren
}

/** A chip that opens a small form; on phones it is a sheet at the bottom. Escape and a click elsewhere close it. */
export function Popover({ chip, set = false, title, align = 'start', children }: PopoverProps) {
  const id = useId()
  const anchor = useRef<HTMLButtonElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const open = useFloating(anchor, sheet, align)
  const close = () => {
    sheet.current?.hidePopover()
    anchor.current?.focus()
  }
  return (
    <>
      <button
        ref={anchor}
        type="button"
        class="chip"
        data-set={set}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => sheet.current?.togglePopover()}
      >
        {chip}
        <Icon name="chevron" />
      </button>
      <div ref={sheet} id={id} class="popover" popover="auto" role="dialog" aria-label={title}>
        {open && <h2>{title}</h2>}
        {open && children(close)}
      </div>
    </>
  )
}

/** Follows a popover's state and keeps it beside its anchor. */
export function useFloating(
  anchor: { current: HTMLElement | null },
  floating: { current: HTMLElement | null },
  align: 'start' | 'end',
): boolean {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const element = floating.current
    const onToggle = (event: Event) => setOpen((event as ToggleEvent).newState === 'open')
    element?.addEventListener('beforetoggle', onToggle)
    return () => element?.removeEventListener('beforetoggle', onToggle)
  }, [])
  useEffect(() => {
    if (!open) return
    const place = () => {
      if (anchor.current && floating.current) placeFloating(floating.current, anchor.current, align)
    }
    place()
    const first = floating.current?.querySelector<HTMLElement>('[data-autofocus], input, button, [role^="menuitem"]')
    first?.focus({ preventScroll: true })
    const resized = new ResizeObserver(place)
    if (floating.current) resized.observe(floating.current)
    addEventListener('resize', place)
    addEventListener('scroll', place, { passive: true })
    return () => {
      resized.disconnect()
      removeEventListener('resize', place)
      removeEventListener('scroll', place)
    }
  }, [open])
  return open
}
