import { useState } from 'preact/hooks'
import type { BooksChange } from '../../../../functions/contract/books-change.ts'
import { useChanges } from '../../api/books-changes.ts'
import { formatInstant } from '../../format/format.ts'
import { changeStateTexts, t } from '../../messages/closing.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { Button } from '../../ui/button.tsx'
import { Badge, Card } from '../../ui/card.tsx'
import { Answered, Skeleton } from '../../ui/states.tsx'
import { Table } from '../../ui/table.tsx'
import { changeTones } from './change-tones.ts'
import { describeEdit } from './describe-edit.ts'

/** Changes under way and done: what, by whom, when and why. */
export function ChangeList({ view }: { view: View }) {
  const [pages, setPages] = useState(1)
  const answer = useChanges(view.workspace, pages)
  return (
    <Card title={t('history')} note={t('historyNote')}>
      <Answered answer={answer} skeleton={<Skeleton heights={[8]} />}>
        {({ changes, next }) => (
          <>
            {changes.length === 0 ? <p class="quiet">{t('noChanges')}</p> : <Changes view={view} changes={changes} />}
            {next !== null && (
              <div class="actions">
                <Button onClick={() => setPages(pages + 1)}>{t('older')}</Button>
              </div>
            )}
          </>
        )}
      </Answered>
    </Card>
  )
}

function Changes({ view, changes }: { view: View; changes: readonly BooksChange[] }) {
  return (
    <Table
      cards
      caption={t('history')}
      rows={changes}
      keyOf={({ id }) => id}
      columns={[
        {
          id: 'what',
          header: t('what'),
          cell: ({ id, edit }) => <a href={hrefOf(`/changes/${id}`, view)}>{describeEdit(edit)}</a>,
        },
        {
          id: 'state',
          header: t('status'),
          cell: ({ state }) => <Badge tone={changeTones[state]}>{changeStateTexts[state].badge}</Badge>,
        },
        { id: 'when', header: t('when'), cell: ({ createdBy, createdAt }) => <Who by={createdBy} at={createdAt} /> },
        {
          id: 'committed',
          header: t('committedBy'),
          cell: ({ committedBy, committedAt }) =>
            committedBy !== null && committedAt !== null && <Who by={committedBy} at={committedAt} />,
        },
        { id: 'reason', header: t('reason'), cell: ({ reason }) => reason !== null && <bdi>{reason}</bdi> },
      ]}
    />
  )
}

function Who({ by, at }: { by: string; at: string }) {
  return <bdi>{t('who', { by, when: formatInstant(at) })}</bdi>
}
