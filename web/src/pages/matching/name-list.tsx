import { useState } from 'preact/hooks'
import type { MatchName } from '../../../../functions/contract/match.ts'
import { formatMoney } from '../../format/format.ts'
import { lackTexts, t } from '../../messages/matching.ts'
import type { View } from '../../state/view.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Answered, Skeleton } from '../../ui/states.tsx'
import { Table } from '../../ui/table.tsx'
import { ListFoot, SelectBox, SelectionBar } from './list-parts.tsx'
import { type Asked, useMatchNames } from './matching-answers.ts'
import { useDecisions } from './use-decisions.tsx'

type NameListProps = { view: View; asked: Asked; lacking: string; onMore: () => void }

/** Everybody, to merge any of them by hand. What is selected stays so while another name is searched. */
export function NameList({ view, asked, lacking, onMore }: NameListProps) {
  const answer = useMatchNames({ ...asked, lacking })
  const [chosen, setChosen] = useState<ReadonlyMap<string, MatchName>>(new Map())
  const [asking, setAsking] = useState(false)
  const clear = () => setChosen(new Map())
  const decisions = useDecisions(view, asked.of, clear)
  const toggle = (name: MatchName) => {
    const next = new Map(chosen)
    if (!next.delete(name.id)) next.set(name.id, name)
    setChosen(next)
  }
  const merge = (kept: string) => {
    setAsking(false)
    const others = [...chosen.values()].filter(({ id }) => id !== kept)
    const name = kept as MatchName['id']
    void decisions.run({ accept: others.map(({ id }) => ({ alias: id, name })) })
  }
  return (
    <>
      <SelectionBar>
        <Button kind="main" disabled={chosen.size < 2 || decisions.busy} onClick={() => setAsking(true)}>
          {t('mergeNames', { count: chosen.size })}
        </Button>
        {chosen.size > 0 && (
          <Button kind="plain" onClick={clear}>
            {t('clear')}
          </Button>
        )}
        <p class="small match-chosen" role="status" tabIndex={-1} ref={decisions.place}>
          {chosen.size === 0 ? t('selectTwo') : <bdi>{[...chosen.values()].map(({ name }) => name).join(' · ')}</bdi>}
        </p>
      </SelectionBar>
      <Answered answer={answer} skeleton={<Skeleton heights={[20]} />}>
        {({ rows, total, currency }) =>
          rows.length === 0 ? (
            <p>{t('nothingFound')}</p>
          ) : (
            <>
              <Names rows={rows} currency={currency} chosen={chosen} onToggle={toggle} />
              <ListFoot shown={rows.length} total={total} onMore={onMore} />
            </>
          )
        }
      </Answered>
      {asking && <KeepDialog names={[...chosen.values()]} onKeep={merge} onClose={() => setAsking(false)} />}
      {decisions.shown}
    </>
  )
}

type NamesProps = {
  rows: MatchName[]
  currency: string
  chosen: ReadonlyMap<string, MatchName>
  onToggle: (name: MatchName) => void
}

function Names({ rows, currency, chosen, onToggle }: NamesProps) {
  return (
    <Table
      caption={t('names')}
      cards
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          id: 'name',
          header: t('name'),
          cell: (row) => (
            <span class="match-pick">
              <SelectBox
                label={t('selectName', { name: row.name })}
                checked={chosen.has(row.id)}
                onChange={() => onToggle(row)}
              />
              <span dir="auto">{row.name}</span>
            </span>
          ),
        },
        {
          id: 'lacks',
          header: t('lacks'),
          cell: ({ lacks }) => (lacks.length === 0 ? t('nothing') : lacks.map((lack) => lackTexts[lack]).join(', ')),
        },
        { id: 'spend', header: t('spend'), align: 'end', cell: ({ spendMinor }) => formatMoney(spendMinor, currency) },
        {
          id: 'revenue',
          header: t('revenue'),
          align: 'end',
          cell: ({ revenueMinor }) => formatMoney(revenueMinor, currency),
        },
        { id: 'spellings', header: t('spellings'), cell: ({ spellings }) => <bdi>{spellings.join(', ')}</bdi> },
      ]}
    />
  )
}

type KeepDialogProps = { names: MatchName[]; onKeep: (id: string) => void; onClose: () => void }

function KeepDialog({ names, onKeep, onClose }: KeepDialogProps) {
  const [kept, setKept] = useState<string>(names[0]?.id ?? '')
  const actions = (
    <>
      <Button onClick={onClose}>{t('cancel')}</Button>
      <Button kind="main" onClick={() => onKeep(kept)}>
        {t('keep')}
      </Button>
    </>
  )
  return (
    <Dialog title={t('keepTitle')} onClose={onClose} actions={actions}>
      <p>{t('keepText')}</p>
      <Choices
        legend={t('keepTitle')}
        hideLegend
        value={kept}
        choices={names.map(({ id, name }) => ({ value: id as string, label: <span dir="auto">{name}</span> }))}
        onChoose={setKept}
      />
    </Dialog>
  )
}
