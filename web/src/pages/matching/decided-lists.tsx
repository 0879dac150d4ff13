import type { MatchName } from '../../../../functions/contract/match.ts'
import { formatInstant } from '../../format/format.ts'
import { t } from '../../messages/matching.ts'
import type { View } from '../../state/view.ts'
import { Button } from '../../ui/button.tsx'
import { Answered, Skeleton } from '../../ui/states.tsx'
import { Table } from '../../ui/table.tsx'
import { ListFoot, SelectBox, SelectionBar } from './list-parts.tsx'
import { type Asked, useMerged, useRefused } from './matching-answers.ts'
import { useDecisions, useSelection } from './use-decisions.tsx'

type ListProps = { view: View; asked: Asked; onMore: () => void }

/** Spellings that are read as another name, to part them again. */
export function MergedNames({ view, asked, onMore }: ListProps) {
  const answer = useMerged(asked)
  const selection = useSelection()
  const decisions = useDecisions(view, asked.of, selection.clear)
  const part = () => void decisions.run({ unmerge: [...selection.keys] as MatchName['id'][] })
  return (
    <>
      <SelectionBar>
        <Button kind="main" disabled={selection.keys.size === 0 || decisions.busy} onClick={part}>
          {t('part')}
        </Button>
        <p class="small" role="status" tabIndex={-1} ref={decisions.place}>
          {selection.keys.size === 0 ? t('selectAliases') : t('selected', { count: selection.keys.size })}
        </p>
      </SelectionBar>
      <Answered answer={answer} skeleton={<Skeleton heights={[12]} />}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <p>{asked.search === '' ? t('noMerged') : t('nothingFound')}</p>
          ) : (
            <>
              <Table
                caption={t('merged')}
                cards
                rows={rows}
                keyOf={({ alias }) => alias.id}
                columns={[
                  {
                    id: 'alias',
                    header: t('alias'),
                    cell: ({ alias }) => (
                      <span class="match-pick">
                        <SelectBox
                          label={t('selectAlias', { alias: alias.name })}
                          checked={selection.keys.has(alias.id)}
                          onChange={() => selection.toggle(alias.id)}
                        />
                        <span dir="auto">{alias.name}</span>
                      </span>
                    ),
                  },
                  { id: 'name', header: t('readAs'), cell: ({ name }) => <span dir="auto">{name.name}</span> },
                ]}
              />
              <ListFoot shown={rows.length} total={total} onMore={onMore} />
            </>
          )
        }
      </Answered>
      {decisions.shown}
    </>
  )
}

/** Pairs that are not suggested again, until somebody wants them back. */
export function RefusedPairs({ view, asked, onMore }: ListProps) {
  const answer = useRefused(asked)
  const decisions = useDecisions(view, asked.of, () => {})
  return (
    <>
      <p class="visually-hidden" tabIndex={-1} ref={decisions.place}>
        {t('refused')}
      </p>
      <Answered answer={answer} skeleton={<Skeleton heights={[12]} />}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <p>{asked.search === '' ? t('noRefused') : t('nothingFound')}</p>
          ) : (
            <>
              <Table
                caption={t('refused')}
                cards
                rows={rows}
                keyOf={({ names }) => names.map(({ id }) => id).join()}
                columns={[
                  {
                    id: 'pair',
                    header: t('pair'),
                    cell: ({ names: [a, b] }) => (
                      <>
                        <span dir="auto">{a.name}</span>
                        <br />
                        <span dir="auto">{b.name}</span>
                      </>
                    ),
                  },
                  { id: 'by', header: t('by'), cell: ({ by }) => <bdi>{by}</bdi> },
                  { id: 'at', header: t('at'), cell: ({ at }) => formatInstant(at) },
                  {
                    id: 'restore',
                    header: t('restore'),
                    cell: ({ names: [a, b] }) => (
                      <Button
                        disabled={decisions.busy}
                        aria-label={t('restorePair', { a: a.name, b: b.name })}
                        onClick={() => void decisions.run({ restore: [[a.id, b.id]] })}
                      >
                        {t('restore')}
                      </Button>
                    ),
                  },
                ]}
              />
              <ListFoot shown={rows.length} total={total} onMore={onMore} />
            </>
          )
        }
      </Answered>
      {decisions.shown}
    </>
  )
}
