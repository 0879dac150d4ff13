import type { ComponentChildren } from 'preact'
import { useId, useRef } from 'preact/hooks'
import { useFloating } from './popover.tsx'

export type MenuItem = {
  label: ComponentChildren
  onSelect: () => void
  /** For choices of which one holds. */
  checked?: boolean
}

/** A button that opens a list of commands: arrows, Home and End move, Enter chooses, Escape closes. */
export function Menu({ label, button, items, kind = 'normal' }: { label: string; button: ComponentChildren; items: MenuItem[]; kind?: string }) {
  const id = useId()
  const anchor = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const open = useFloating(anchor, list, 'end')
  const onKeyDown = (event: KeyboardEvent) => {
    const entries = [...(list.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])]
    const next = nextIndex(event.key, entries.indexOf(document.activeElement as HTMLElement), entries.length)
    if (next === null) return
    event.preventDefault()
    entries[next]?.focus()
  }
  return (
    <>
      <button
        ref={anchor}
        type="button"
        class="button"
        data-kind={kind}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => list.current?.togglePopover()}
      >
        {button}
      </button>
      <div ref={list} id={id} class="popover menu" popover="auto" role="menu" aria-label={label} onKeyDown={onKeyDown}>
        {open &&
          items.map((item, at) => (
            <button
              key={at}
              type="button"
              tabIndex={-1}
              role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
              aria-checked={item.checked}
              onClick={() => {
                list.current?.hidePopover()
                anchor.current?.focus()
                item.onSelect()
              }}
            >
              {item.label}
            </button>
          ))}
      </div>
    </>
  )
}

export function nextIndex(key: string, at: number, count: number): number | null {
  if (count === 0) return null
  if (key === 'ArrowDown') return (at + 1) % count
  if (key === 'ArrowUp') return (at - 1 + count) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}
