import type { ComponentChildren } from 'preact'
import { useId, useRef } from 'preact/hooks'
import { nextIndex } from './next-index.ts'
import { useFloating } from './popover.tsx'

export type MenuItem = {
  label: ComponentChildren
  onSelect: () => void
  /** For choices of which one holds. */
  checked?: boolean
}

/** A button that opens a list of commands: arrows, Home and End move, Enter chooses, Escape closes. */
export function Menu({
  label,
  button,
  items,
  kind = 'normal',
}: {
  label: string
  button: ComponentChildren
  items: MenuItem[]
  kind?: string
}) {
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
              {...roleOf(item)}
              onClick={() => {
                list.current?.hidePopover()
                anchor.current?.focus()
                item.onSelect()
              }}
            >
              {item.checked !== undefined && <span class="check">{item.checked ? '✓' : ''}</span>}
              {item.label}
            </button>
          ))}
      </div>
    </>
  )
}

function roleOf({ checked }: MenuItem) {
  return checked === undefined
    ? ({ role: 'menuitem' } as const)
    : ({ role: 'menuitemradio', 'aria-checked': checked } as const)
}
