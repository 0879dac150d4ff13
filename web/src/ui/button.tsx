import type { ComponentChildren, JSX } from 'preact'

type Look = {
  /** `main`: the one step that the page is about. `danger`: takes something away. `inverse`: on a dark notice. */
  kind?: 'normal' | 'main' | 'danger' | 'plain' | 'inverse'
  children: ComponentChildren
}

type ButtonProps = Look & Omit<JSX.IntrinsicElements['button'], 'children'>

export function Button({ kind = 'normal', type = 'button', ...rest }: ButtonProps) {
  return <button {...rest} type={type} class="button" data-kind={kind} />
}

/** Looks like a button and goes to an address. */
export function ButtonLink({ kind = 'normal', href, children }: Look & { href: string }) {
  return (
    <a class="button" data-kind={kind} href={href}>
      {children}
    </a>
  )
}
