import type { ComponentChildren } from 'preact'
import { Floating } from './floating.tsx'
import { Icon } from './icon.tsx'

type PopoverProps = {
  /** What the chip shows; `set` marks a choice other than the default. */
  chip: ComponentChildren
  set?: boolean
  /** Of the chip. */
  id?: string
  title: string
  align?: 'start' | 'end'
  /** Drawn only while open. `close` gives the focus back to the chip. */
  children: (close: () => void) => ComponentChildren
}

/** A chip that opens a small form; on phones it is a sheet at the bottom. */
export function Popover({ chip, set = false, id, title, align = 'start', children }: PopoverProps) {
  const content = (
    <>
      {chip}
      <Icon name="chevron" />
    </>
  )
  return (
    <Floating
      role="dialog"
      label={title}
      align={align}
      button={{ class: 'chip', 'data-set': set, id, children: content }}
    >
      {(close) => (
        <>
          <h2>{title}</h2>
          {children(close)}
        </>
      )}
    </Floating>
  )
}
