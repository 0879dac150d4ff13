import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

type NoticeProps = {
  tone?: 'normal' | 'warn' | 'preview'
  title: ComponentChildren
  children?: ComponentChildren
  actions?: ComponentChildren
}

/** A line above the page about all that it shows. */
export function Notice({ tone = 'normal', title, children, actions }: NoticeProps) {
  const id = useId()
  return (
    <section class="notice" data-tone={tone} aria-labelledby={id}>
      <p>
        <b id={id}>{title}</b> {children}
      </p>
      {actions !== undefined && <div class="actions">{actions}</div>}
    </section>
  )
}
