import type { Upload, UploadList } from '../../../../functions/contract/upload.ts'
import { formatCount, formatInstant } from '../../format/format.ts'
import { kindTexts, t as ledger, stateTexts } from '../../messages/ledger.ts'
import { t } from '../../messages/uploads.ts'
import { hrefOf, usePageParameters } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { Button } from '../../ui/button.tsx'
import { Badge, Card } from '../../ui/card.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { StateBadge } from './state-badge.tsx'

type HistoryProps = { view: View; list: UploadList; onOlder: () => void }

/** Every upload there was: who, when, where it stands, what it changed. */
export function History({ view, list, onOlder }: HistoryProps) {
  const [{ kind, state }, change] = usePageParameters({ kind: '', state: '' })
  const { uploads, next } = list
  const shown = uploads.filter(
    (upload) => (kind === '' || upload.kind === kind) && (state === '' || upload.state === state),
  )
  const columns = columnsOf(view).filter(
    ({ id }) => id !== 'mapping' || uploads.some(({ mapping }) => mapping !== null),
  )
  const counted = t('shownOf', { shown: formatCount(shown.length), count: formatCount(uploads.length) })
  return (
    <Card title={t('history')} note={`${t('historyNote')} ${kind === '' && state === '' ? '' : counted}`}>
      <div class="upload-stack upload-history">
        <div class="upload-filters">
          <Filter
            label={t('filterKind')}
            any={t('anyKind')}
            texts={kindTexts}
            value={kind}
            onChoose={(value) => change({ kind: value })}
          />
          <Filter
            label={t('filterState')}
            any={t('anyState')}
            texts={stateTexts}
            value={state}
            onChoose={(value) => change({ state: value })}
          />
        </div>
        {shown.length === 0 ? (
          <p class="quiet">
            {t('noMatch')} <Button onClick={() => change({ kind: '', state: '' })}>{t('clearFilters')}</Button>
          </p>
        ) : (
          <Table cards caption={t('history')} columns={columns} rows={shown} keyOf={({ id }) => id} />
        )}
        {next !== null && (
          <div class="actions">
            <Button onClick={onOlder}>{t('older')}</Button>
          </div>
        )}
      </div>
    </Card>
  )
}

type FilterProps = {
  label: string
  any: string
  texts: Record<string, string>
  value: string
  onChoose: (value: string) => void
}

function Filter({ label, any, texts, value, onChoose }: FilterProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <select class="input" value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{any}</option>
        {Object.entries(texts).map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </label>
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
    { id: 'state', header: ledger('state'), cell: ({ state }) => <StateBadge state={state} /> },
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
