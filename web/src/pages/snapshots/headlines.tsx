import type { Report } from '../../../../functions/contract/report.ts'
import { useReport } from '../../api/use-books.ts'
import { t } from '../../messages/ledger.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { Card } from '../../ui/card.tsx'
import { Answered, Skeleton } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { type Headline, toHeadlines } from './to-headlines.ts'

type HeadlinesProps = { view: View; before: number; after: number }

/** What the Overview says in both states, for the same question. */
export function Headlines({ view, before, after }: HeadlinesProps) {
  const then = useReport({ ...view, snapshot: before, preview: null })
  const now = useReport({ ...view, snapshot: after, preview: null })
  const skeleton = <Skeleton heights={[18]} />
  return (
    <Card title={t('headline')} note={t('headlineNote')}>
      <Answered answer={then} skeleton={skeleton}>
        {(first) => (
          <Answered answer={now} skeleton={skeleton}>
            {(second) => <Both view={view} before={first} after={second} />}
          </Answered>
        )}
      </Answered>
    </Card>
  )
}

function Both({ view, before, after }: { view: View; before: Report; after: Report }) {
  return (
    <>
      <div class="headline">
        {[before, after].map(({ snapshot: { number }, comparison }) => (
          <section key={number}>
            <h3>
              <a href={hrefOf('/', { ...view, snapshot: number, preview: null })}>{t('inSnapshot', { number })}</a>
            </h3>
            <p>{comparison.sentence}</p>
          </section>
        ))}
      </div>
      <Table
        cards
        caption={t('headline')}
        columns={columnsOf(before.snapshot.number, after.snapshot.number)}
        rows={toHeadlines(before, after)}
        keyOf={({ figure }) => figure}
      />
    </>
  )
}

const columnsOf = (before: number, after: number): Column<Headline>[] => [
  { id: 'figure', header: t('figure'), cell: ({ figure }) => figure },
  { id: 'before', header: t('inSnapshot', { number: before }), align: 'end', cell: (row) => row.before },
  { id: 'after', header: t('inSnapshot', { number: after }), align: 'end', cell: (row) => row.after },
  { id: 'change', header: t('difference'), align: 'end', cell: ({ change }) => change },
]
