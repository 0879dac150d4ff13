import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { nameWindow } from '../state/name-window.ts'

type PageHeadProps = {
  title: string
  /** Of the page of one thing: the list that it stands in. The window is named after both. */
  under?: string
  children?: ComponentChildren
  actions?: ComponentChildren
}

/** The page's one `h1`, with a sentence about it and what can be done. */
export function PageHead({ title, under, children, actions }: PageHeadProps) {
  useEffect(() => {
    if (under !== undefined) nameWindow(title, under)
  }, [title, under])
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
