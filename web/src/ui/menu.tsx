import type { ComponentChildren } from 'preact'
import { Floating } from './floating.tsx'
import { nextIndex } from './next-index.ts'

export type MenuItem = {
  label: ComponentChildren
  onSelect: () => void
  /** For choices of which one holds. */
  checked?: boolean
}

type MenuProps = { label: string; button: ComponentChildren; items: MenuItem[]; kind?: string }

/** A button that opens a list of commands: arrows, Home and End move, Enter chooses, Escape and Tab close. */
export function Menu({ label, button, items, kind = 'normal' }: MenuProps) {
  const onKeyDown = (event: KeyboardEvent, close: () => void) => {
    // The focus is back on the button then, and the key moves it on from there.
    if (event.key === 'Tab') close()
    const list = event.currentTarget as HTMLElement
    const entries = [...list.querySelectorAll<HTMLElement>('[role^="menuitem"]')]
    const next = nextIndex(event.key, entries.indexOf(document.activeElement as HTMLElement), entries.length)
    if (next === null) return
    event.preventDefault()
    entries[next]?.focus()
  }
  return (
    <Floating
      role="menu"
      label={label}
      align="end"
      button={{ class: 'button', 'data-kind': kind, children: button }}
      onKeyDown={onKeyDown}
    >
      {(close) =>
        items.map((item, at) => (
          <button
            key={at}
            type="button"
            tabIndex={-1}
            {...roleOf(item)}
            onClick={() => {
              close()
              item.onSelect()
            }}
          >
            {item.checked !== undefined && <span class="check">{item.checked ? '✓' : ''}</span>}
            {item.label}
          </button>
        ))
      }
    </Floating>
  )
}

function roleOf({ checked }: MenuItem) {
  return checked === undefined
    ? ({ role: 'menuitem' } as const)
    : ({ role: 'menuitemradio', 'aria-checked': checked } as const)
}
