import { useState } from 'preact/hooks'
import type { MatchList, MatchName, MatchSuggestion } from '../../../../functions/contract/match.ts'
import { formatMoney, formatRange } from '../../format/format.ts'
import { lackTexts, t } from '../../messages/matching.ts'
import type { View } from '../../state/view.ts'
import { Button } from '../../ui/button.tsx'
import { Badge } from '../../ui/card.tsx'
import { Answered, Empty, Skeleton } from '../../ui/states.tsx'
import { ListFoot, Select, SelectBox, SelectionBar } from './list-parts.tsx'
import { type Asked, useMatches } from './matching-answers.ts'
import { type Group, likelyKeys, pairKey, toGroups } from './to-groups.ts'
import { useDecisions, useSelection } from './use-decisions.tsx'

type ListProps = { view: View; asked: Asked; onMore: () => void }

const froms = ['0.9', '0.8', '0.6', '0.3']

export function Suggestions({ view, asked, onMore }: ListProps) {
  const answer = useMatches(asked)
  return (
    <Answered answer={answer} skeleton={<Skeleton heights={[8, 8, 8]} />}>
      {(list) => <Suggested view={view} asked={asked} list={list} rows={list.rows} onMore={onMore} />}
    </Answered>
  )
}

type SuggestedProps = ListProps & { list: MatchList; rows: MatchSuggestion[] }

function Suggested({ view, asked, list, rows, onMore }: SuggestedProps) {
  const selection = useSelection()
  const [from, setFrom] = useState('0.9')
  const decisions = useDecisions(view, asked.of, selection.clear)
  const chosen = rows.filter((row) => selection.keys.has(pairKey(row)))
  const merge = (of: readonly MatchSuggestion[]) =>
    void decisions.run({ accept: of.map(({ alias, name }) => ({ alias: alias.id, name: name.id })) })
  const refuse = (of: readonly MatchSuggestion[]) =>
    void decisions.run({ refuse: of.map(({ alias, name }) => [alias.id, name.id]) })
  const none = chosen.length === 0 || decisions.busy
  return (
    <>
      <p class="visually-hidden" tabIndex={-1} ref={decisions.place}>
        {t('suggested')}
      </p>
      {list.evidenceCut && <p class="small">{t('cut')}</p>}
      {rows.length > 0 && (
        <SelectionBar>
          <Select
            label={t('selectFrom')}
            value={from}
            options={froms.map((id) => ({ id, label: t('confidence', { percent: Number(id) * 100 }) }))}
            onChange={setFrom}
          />
          <Button onClick={() => selection.set(likelyKeys(rows, Number(from)))}>{t('selectLikely')}</Button>
          <Button kind="main" disabled={none} onClick={() => merge(chosen)}>
            {t('mergeSelected')}
          </Button>
          <Button disabled={none} onClick={() => refuse(chosen)}>
            {t('refuseSelected')}
          </Button>
          {chosen.length > 0 && (
            <Button kind="plain" onClick={selection.clear}>
              {t('clear')}
            </Button>
          )}
          <span class="small" role="status">
            {t('selected', { count: chosen.length })}
          </span>
        </SelectionBar>
      )}
      {rows.length === 0 && (
        <Empty title={t('noSuggestions')}>{asked.search === '' ? t('noSuggestionsText') : t('nothingFound')}</Empty>
      )}
      <ul class="match-list">
        {toGroups(rows).map((group) => (
          <GroupCard
            key={group.alias.id}
            group={group}
            currency={list.currency}
            selected={selection.keys}
            busy={decisions.busy}
            onToggle={selection.toggle}
            onMerge={(one) => merge([one])}
            onRefuse={(one) => refuse([one])}
          />
        ))}
      </ul>
      {rows.length > 0 && <ListFoot shown={rows.length} total={list.total} onMore={onMore} />}
      {decisions.shown}
    </>
  )
}

type GroupProps = {
  group: Group
  currency: string
  selected: ReadonlySet<string>
  busy: boolean
  onToggle: (key: string) => void
  onMerge: (suggestion: MatchSuggestion) => void
  onRefuse: (suggestion: MatchSuggestion) => void
}

function GroupCard({ group, currency, ...rest }: GroupProps) {
  return (
    <li class="card match-group">
      <div>
        <h2 class="match-name" dir="auto">
          {group.alias.name}
        </h2>
        <NameFacts name={group.alias} currency={currency} />
      </div>
      <ul class="match-candidates" aria-label={t('mayBe')}>
        {group.suggestions.map((suggestion) => (
          <Candidate key={pairKey(suggestion)} suggestion={suggestion} currency={currency} {...rest} />
        ))}
      </ul>
    </li>
  )
}

function Candidate({
  suggestion,
  currency,
  selected,
  busy,
  onToggle,
  onMerge,
  onRefuse,
}: Omit<GroupProps, 'group'> & { suggestion: MatchSuggestion }) {
  const { alias, name, confidence, reasons, moves } = suggestion
  const key = pairKey(suggestion)
  const names = { alias: alias.name, name: name.name }
  const money = { spend: formatMoney(moves.spendMinor, currency), revenue: formatMoney(moves.revenueMinor, currency) }
  return (
    <li class="match-candidate">
      <SelectBox label={t('select', names)} checked={selected.has(key)} onChange={() => onToggle(key)} />
      <div class="match-stack">
        <p>
          <span class="quiet small">{t('mayBe')}</span> <b dir="auto">{name.name}</b>{' '}
          <Badge tone={confidence >= 0.8 ? 'good' : confidence >= 0.6 ? 'warn' : 'bad'}>
            {t('confidence', { percent: Math.round(confidence * 100) })}
          </Badge>
        </p>
        <NameFacts name={name} currency={currency} />
        <ul class="match-reasons">
          {reasons.map(({ code, text, against }) => (
            <li key={code}>
              {against && <b>{t('but')} </b>}
              <bdi>{text}</bdi>
            </li>
          ))}
          <li class="quiet">{t('moves', money)}</li>
        </ul>
      </div>
      <div class="actions">
        <Button disabled={busy} aria-label={t('acceptPair', names)} onClick={() => onMerge(suggestion)}>
          {t('accept')}
        </Button>
        <Button disabled={busy} aria-label={t('refusePair', names)} onClick={() => onRefuse(suggestion)}>
          {t('refuse')}
        </Button>
      </div>
    </li>
  )
}

function NameFacts({ name, currency }: { name: MatchName; currency: string }) {
  const { lacks, spendMinor, revenueMinor, platforms, from, to, spellings } = name
  const facts = [
    `${t('spend')} ${formatMoney(spendMinor, currency)}`,
    `${t('revenue')} ${formatMoney(revenueMinor, currency)}`,
    ...(lacks.length > 0 ? [`${t('lacks')} ${lacks.map((lack) => lackTexts[lack]).join(', ')}`] : []),
    ...(platforms.length > 0 ? [platforms.join(', ')] : []),
    ...(from !== null && to !== null ? [formatRange(from, to)] : []),
    ...(spellings.length > 0 ? [t('also', { names: spellings.join(', ') })] : []),
  ]
  return (
    <p class="quiet small">
      <bdi>{facts.join(' · ')}</bdi>
    </p>
  )
}
