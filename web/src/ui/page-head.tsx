import type { ComponentChildren } from 'preact'

type PageHeadProps = { title: ComponentChildren; children?: ComponentChildren; actions?: ComponentChildren }

/** The page's one `h1`, with a sentence about it and what can be done. */
export function PageHead({ title, children, actions }: PageHeadProps) {
  return (
    <div class="page-head">
      <div>
        <h1 dir="auto">{title}</h1>
        {children !== undefined && <p>{children}</p>}
      </div>
      {actions !== undefined && <div class="actions">{actions}</div>}
    </div>
  )
}
