import type { ComponentChildren } from 'preact'
import type { Answer } from '../../api/use-answer.ts'
import { useSession } from '../../app/use-session.ts'
import type { View } from '../../state/view.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Answered, Skeleton } from '../../ui/states.tsx'
import { Withheld } from './withheld.tsx'

type ListPageProps<E> = {
  view: View
  title: string
  note: string
  /** What executives read in place of the list. */
  withheld: string
  /** Of the list; a null view asks nothing. */
  useEntries: (view: View | null) => Answer<E>
  /** What can be done with the list. */
  actions?: ComponentChildren
  children: (entries: E) => ComponentChildren
}

/** Campaigns or creators, with the money of each. */
export function ListPage<E>({ view, title, note, withheld, useEntries, actions, children }: ListPageProps<E>) {
  const executive = useSession()?.role === 'executive'
  const answer = useEntries(executive ? null : view)
  return (
    <div class="page">
      <PageHead title={title} actions={executive ? undefined : actions}>
        {note}
      </PageHead>
      {executive ? (
        <Withheld view={view} text={withheld} />
      ) : (
        <Answered answer={answer} skeleton={<Skeleton heights={[30]} />}>
          {children}
        </Answered>
      )}
    </div>
  )
}
