import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

type CardProps = {
  title: ComponentChildren
  /** A quiet line below the title. */
  note?: ComponentChildren
  /** Stands at the right of the title: a legend, a switch. */
  aside?: ComponentChildren
  /** Takes a whole row of `.cards`. */
  wide?: boolean
  children: ComponentChildren
}

/** A titled surface; a region of its own for screen readers. */
export function Card({ title, note, aside, wide = false, children }: CardProps) {
  const id = useId()
  return (
    <section class={wide ? 'card wide' : 'card'} aria-labelledby={id}>
      <div class="card-head">
        <h2 id={id}>{title}</h2>
        {aside}
        {note !== undefined && <p>{note}</p>}
      </div>
      {children}
    </section>
  )
}

/** A row of figures. */
export function Tiles({ children }: { children: ComponentChildren }) {
  return <dl class="tiles">{children}</dl>
}

type TileProps = {
  label: ComponentChildren
  value: ComponentChildren
  note?: ComponentChildren
  /** Only where the direction of the change is good or bad in itself. */
  tone?: 'good' | 'bad' | undefined
}

/** One figure. Inside `Tiles`. */
export function Tile({ label, value, note, tone }: TileProps) {
  return (
    <div class="tile">
      <dt>{label}</dt>
      <dd class="value number">{value}</dd>
      {note !== undefined && (
        <dd class="note" data-tone={tone}>
          {note}
        </dd>
      )}
    </div>
  )
}

/** Short facts in a line: term and value. */
export function Facts({ facts }: { facts: { term: ComponentChildren; value: ComponentChildren }[] }) {
  return (
    <dl class="facts">
      {facts.map(({ term, value }, at) => (
        <div key={at}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

export function Badge({
  tone,
  children,
}: {
  tone?: 'good' | 'warn' | 'bad' | 'micro' | 'macro' | undefined
  children: ComponentChildren
}) {
  return (
    <span class="badge" data-tone={tone}>
      {children}
    </span>
  )
}
