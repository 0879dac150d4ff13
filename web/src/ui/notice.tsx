import type { ComponentChildren } from 'preact'

type NoticeProps = {
  tone?: 'normal' | 'warn' | 'preview'
  title: ComponentChildren
  children?: ComponentChildren
  actions?: ComponentChildren
}

/** A line above the page about all that it shows. */
export function Notice({ tone = 'normal', title, children, actions }: NoticeProps) {
  return (
    <section class="notice" data-tone={tone}>
      <p>
        <b>{title}</b> {children}
      </p>
      {actions !== undefined && <div class="actions">{actions}</div>}
    </section>
  )
}
