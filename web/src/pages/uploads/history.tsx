import { useState } from 'preact/hooks'
import type { Upload, UploadFilter, UploadList } from '../../../../functions/contract/upload.ts'
import { useHistory } from '../../api/upload-answers.ts'
import { formatCount, formatInstant } from '../../format/format.ts'
import { kindTexts, t as ledger } from '../../messages/ledger.ts'
import { t } from '../../messages/uploads.ts'
import { hrefOf, usePageParameters } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { Button } from '../../ui/button.tsx'
import { Badge, Card } from '../../ui/card.tsx'
import { Answered, Skeleton } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { HistoryFilters } from './history-filters.tsx'
import { StateBadge } from './state-badge.tsx'

type HistoryProps = { view: View; list: UploadList; onOlder: () => void }

const everything = { kind: '', state: '', file: '', person: '', since: '', until: '' }

/** Every upload there was: who, when, where it stands, what it changed. */
export function History({ view, list, onOlder }: HistoryProps) {
  const [asked, change] = usePageParameters(everything)
  const [pages, setPages] = useState(1)
  const filter = toFilter(asked)
  const found = useHistory(view.workspace, pages, undefined, filter)
  const clear = () => change(everything)
  return (
    <Card title={t('history')} note={t('historyNote')}>
      <div class="upload-stack upload-history">
        <HistoryFilters asked={asked} onChange={change} onClear={filter ? clear : null} />
        {filter === null ? (
          <Uploads view={view} list={list} onOlder={onOlder} />
        ) : (
          <Answered answer={found} skeleton={<Skeleton heights={[8]} />}>
            {(those) => <Uploads view={view} list={those} onOlder={() => setPages(pages + 1)} />}
          </Answered>
        )}
      </div>
    </Card>
  )
}

/** Null where every upload is meant. */
function toFilter({ kind, state, file, person, since, until }: typeof everything): UploadFilter | null {
  const said = { kind, state, search: file.trim(), person: person.trim(), since, until }
  const given = Object.entries(said).filter(([, value]) => value !== '')
  return given.length === 0 ? null : (Object.fromEntries(given) as UploadFilter)
}

function Uploads({ view, list: { uploads, next }, onOlder }: HistoryProps) {
  const columns = columnsOf(view).filter(
    ({ id }) => id !== 'mapping' || uploads.some(({ mapping }) => mapping !== null),
  )
  return (
    <>
      {uploads.length === 0 ? (
        <p class="quiet">{t('noMatch')}</p>
      ) : (
        <Table cards caption={t('history')} columns={columns} rows={uploads} keyOf={({ id }) => id} />
      )}
      {next !== null && (
        <div class="actions">
          <Button onClick={onOlder}>{t('older')}</Button>
        </div>
      )}
    </>
  )
}

function columnsOf(view: View): Column<Upload>[] {
  return [
    {
      id: 'file',
      header: ledger('file'),
      cell: ({ id, filename, sample }) => (
        <>
          <a href={hrefOf(`/uploads/${id}`, view)} dir="auto">
            {filename}
          </a>{' '}
          {sample && <Badge>{t('sample')}</Badge>}
        </>
      ),
    },
    { id: 'kind', header: ledger('kind'), cell: ({ kind }) => kindTexts[kind] },
    { id: 'state', header: ledger('state'), cell: ({ state, asks }) => <StateBadge state={state} asks={asks} /> },
    { id: 'rows', header: ledger('rows'), align: 'end', cell: ({ rows }) => formatCount(rows.valid) },
    { id: 'problems', header: ledger('problems'), align: 'end', cell: ({ rows }) => formatCount(rows.problems) },
    { id: 'at', header: t('who'), cell: ({ createdAt, createdBy }) => <Who by={createdBy} at={createdAt} /> },
    { id: 'mapping', header: t('mappingUsed'), cell: ({ mapping }) => <bdi>{mapping?.name ?? '–'}</bdi> },
    { id: 'changed', header: t('changed'), cell: (upload) => <ChangedBooks view={view} upload={upload} /> },
  ]
}

function Who({ by, at }: { by: string; at: string }) {
  return (
    <>
      <bdi>{by}</bdi>, <span class="number">{formatInstant(at)}</span>
    </>
  )
}

/** The last snapshot that the upload made: what differs from the one before it. */
export function ChangedBooks({ view, upload: { snapshot } }: { view: View; upload: Pick<Upload, 'snapshot'> }) {
  if (snapshot === null) return <span class="quiet">{t('notYet')}</span>
  return (
    <a href={hrefOf(`/snapshots/${snapshot - 1}/diff/${snapshot}`, view)}>{t('inSnapshot', { number: snapshot })}</a>
  )
}
