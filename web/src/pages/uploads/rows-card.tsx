import { useState } from 'preact/hooks'
import type { Upload } from '../../../../functions/contract/upload.ts'
import type { RowStatus, UploadRow } from '../../../../functions/contract/upload-rows.ts'
import { loadAllRows, useUploadRows } from '../../api/upload-answers.ts'
import { formatCount, formatDay } from '../../format/format.ts'
import { t } from '../../messages/upload-rows.ts'
import type { View } from '../../state/view.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Answered, ErrorBox } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { saveFile } from './save-file.ts'
import { sayRow, toRowsCsv } from './say-row.ts'
import { useStep } from './use-step.ts'

const lists = ['new', 'corrected', 'recorded', 'excluded'] as const

type RowsCardProps = { view: View; upload: Upload }

/** Each list of rows of a checked file, to open and to download. */
export function RowsCard({ view, upload }: RowsCardProps) {
  const [list, setList] = useState<RowStatus | null>(null)
  const filled = lists.filter((name) => upload.rows[name] > 0)
  if (filled.length === 0) return null
  return (
    <Card title={t('lines')} note={t('linesNote')}>
      <div class="upload-stack">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups inputs. */}
        <div class="actions" role="group" aria-label={t('lists')}>
          {filled.map((name) => (
            <button
              key={name}
              type="button"
              class="chip"
              aria-pressed={name === list}
              data-set={name === list}
              onClick={() => setList(name === list ? null : name)}
            >
              {t(name, { count: formatCount(upload.rows[name]) })}
            </button>
          ))}
        </div>
        {list !== null && <RowList key={list} view={view} upload={upload} list={list} />}
      </div>
    </Card>
  )
}

function RowList({ view, upload, list }: RowsCardProps & { list: RowStatus }) {
  const place = { workspace: view.workspace, id: upload.id as string }
  // A cursor for each page that was turned: the service knows only where the next one begins.
  const [cursors, setCursors] = useState([''])
  const check = `${upload.preview} ${upload.snapshot} ${JSON.stringify(upload.rows)}`
  const answer = useUploadRows(place, check, list, cursors.at(-1) ?? '')
  const step = useStep()
  const download = () =>
    step.run(async () => {
      const csv = toRowsCsv(await loadAllRows(place, list))
      saveFile(new Blob([csv], { type: 'text/csv' }), `${upload.filename.replace(/\.\w+$/, '')}-${list}.csv`)
    })
  return (
    <Answered answer={answer}>
      {({ rows, next, total }) => (
        <>
          <Table
            cards
            caption={t(list, { count: formatCount(upload.rows[list]) })}
            columns={columnsOf(rows, list)}
            rows={rows.map((row, at) => ({ ...row, key: String(at) }))}
            keyOf={({ key }) => key}
          />
          {total < upload.rows[list] && (
            <p class="small">{t('furtherItems', { count: formatCount(upload.rows[list] - total) })}</p>
          )}
          {rows.every(({ row }) => row === null) && <p class="quiet small">{t('onlyLines')}</p>}
          {step.problem && <ErrorBox problem={step.problem} />}
          <div class="actions">
            {cursors.length > 1 && <Button onClick={() => setCursors(cursors.slice(0, -1))}>{t('previous')}</Button>}
            {next !== null && <Button onClick={() => setCursors([...cursors, next])}>{t('next')}</Button>}
            <Button disabled={step.busy} onClick={() => void download()}>
              {t('download')}
            </Button>
          </div>
        </>
      )}
    </Answered>
  )
}

type Row = UploadRow & { key: string }

function columnsOf(rows: readonly UploadRow[], list: RowStatus): Column<Row>[] {
  const text = (value: string | null | undefined) => (
    <span class="upload-cell" dir="auto">
      {value ?? '–'}
    </span>
  )
  const line: Column<Row> = { id: 'line', header: t('line'), cell: ({ line }) => formatCount(line) }
  if (rows.every(({ row }) => row === null)) return [line]
  const was: Column<Row> = {
    id: 'was',
    header: t('was'),
    cell: ({ row, was }) =>
      text(was.length === 0 ? t('wasUnknown') : was.map((old) => sayRow(old, row ?? undefined) || '–').join(' | ')),
  }
  return [
    line,
    { id: 'date', header: t('date'), cell: ({ row }) => (row?.date ? formatDay(row.date) : '–') },
    { id: 'campaign', header: t('campaign'), cell: ({ row }) => text(row?.campaign) },
    { id: 'creator', header: t('creator'), cell: ({ row }) => text(row?.creator) },
    { id: 'what', header: t('what'), cell: ({ row }) => text(row && sayRow(row)) },
    ...(list === 'corrected' ? [was] : []),
  ]
}
