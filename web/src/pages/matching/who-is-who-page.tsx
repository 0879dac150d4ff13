import { useState } from 'preact/hooks'
import type { MatchKind } from '../../../../functions/contract/match.ts'
import type { PageProps } from '../../app/routes.ts'
import { useSession } from '../../app/use-session.ts'
import { lackTexts, t } from '../../messages/matching.ts'
import { usePageParameters } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { NotForYou } from '../uploads/not-for-you.tsx'
import '../../ui/data-table.css'
import './matching.css'
import { MergedNames, RefusedPairs } from './decided-lists.tsx'
import { GainTable } from './gain-table.tsx'
import { Select } from './list-parts.tsx'
import { NameList } from './name-list.tsx'
import { Suggestions } from './suggestions.tsx'

const lists = ['suggested', 'names', 'merged', 'refused'] as const

export function WhoIsWhoPage({ view }: PageProps) {
  return useSession()?.role === 'executive' ? <NotForYou view={view} /> : <WhoIsWho view={view} />
}

function WhoIsWho({ view }: { view: View }) {
  const [address, change] = usePageParameters({ of: 'creator', list: 'suggested', search: '', lacking: 'any' })
  const of: MatchKind = address.of === 'campaign' ? 'campaign' : 'creator'
  const list = lists.find((name) => name === address.list) ?? 'suggested'
  const { search, lacking } = address
  return (
    <div class="page">
      <PageHead title={t('title')}>{t('note')}</PageHead>
      <Card title={t('gain')} note={t('gainNote')}>
        <GainTable workspace={view.workspace} preview={null} of={of} />
      </Card>
      <div class="table-tools">
        <Select
          label={t('of')}
          value={of}
          options={[
            { id: 'creator', label: t('creators') },
            { id: 'campaign', label: t('campaigns') },
          ]}
          onChange={(next) => change({ of: next })}
        />
        <fieldset class="match-lists">
          <legend class="visually-hidden">{t('list')}</legend>
          {lists.map((name) => (
            <button
              key={name}
              type="button"
              class="chip"
              aria-pressed={name === list}
              data-set={name === list}
              onClick={() => change({ list: name })}
            >
              {t(name)}
            </button>
          ))}
        </fieldset>
        <input
          class="input table-search"
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          maxLength={300}
          value={search}
          onInput={({ currentTarget }) => change({ search: currentTarget.value }, { replace: true })}
        />
        {list === 'names' && (
          <Select
            label={t('lacking')}
            value={lacking}
            options={[
              { id: 'any', label: t('lackAny') },
              ...Object.entries(lackTexts).map(([id, label]) => ({ id, label })),
              { id: 'all', label: t('lackAll') },
            ]}
            onChange={(next) => change({ lacking: next })}
          />
        )}
      </div>
      <List key={`${of} ${list}`} view={view} of={of} list={list} search={search.trim()} lacking={lacking} />
    </div>
  )
}

type ListProps = { view: View; of: MatchKind; list: (typeof lists)[number]; search: string; lacking: string }

function List({ view, of, list, search, lacking }: ListProps) {
  const [pages, setPages] = useState(1)
  const props = {
    view,
    asked: { workspace: view.workspace, of, search, pages },
    onMore: () => setPages(pages + 1),
  }
  if (list === 'names') return <NameList {...props} lacking={isLacking(lacking) ? lacking : 'any'} />
  if (list === 'merged') return <MergedNames {...props} />
  if (list === 'refused') return <RefusedPairs {...props} />
  return <Suggestions {...props} />
}

const isLacking = (text: string): boolean => ['any', 'all', ...Object.keys(lackTexts)].includes(text)
