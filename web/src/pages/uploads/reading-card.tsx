import { useState } from 'preact/hooks'
import type { Reading, ReadingChoice, ReadingColumn } from '../../../../functions/contract/reading.ts'
import type { Upload } from '../../../../functions/contract/upload.ts'
import { formatCount } from '../../format/format.ts'
import { kindTexts } from '../../messages/ledger.ts'
import { t } from '../../messages/reading.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { chooseField, fieldOf, noEdits, type ReadingEdits, toReadingChoice } from './to-reading-choice.ts'
import { ValueInput } from './value-input.tsx'

type ReadingCardProps = {
  upload: Upload
  reading: Reading | null
  busy: boolean
  /** Absent where it cannot be changed any more. */
  onRead: ((choice: ReadingChoice) => void) | undefined
}

/** How the file was understood, and, until it is committed, how it may be read otherwise. */
export function ReadingCard({ upload, reading, busy, onRead }: ReadingCardProps) {
  if (!reading) {
    return (
      <Card title={t('title')} note={t('strictly')}>
        {onRead && (
          <Button disabled={busy} onClick={() => onRead({})}>
            {t('change')}
          </Button>
        )}
      </Card>
    )
  }
  return <Understood upload={upload} reading={reading} busy={busy} onRead={onRead} />
}

function Understood({ upload, reading, busy, onRead }: ReadingCardProps & { reading: Reading }) {
  const [edits, setEdits] = useState<ReadingEdits>(noEdits)
  const change = (fields: Partial<ReadingEdits>) => setEdits({ ...edits, ...fields })
  const isFixed = onRead === undefined
  const isChanged = edits !== noEdits
  return (
    <Card title={t('title')} note={noteOf(reading)} wide>
      <div class="upload-stack">
        <Known upload={upload} reading={reading} />
        <Places reading={reading} edits={edits} isFixed={isFixed} onChange={change} />
        <Table
          cards
          caption={t('columns')}
          columns={columnsOf(reading, edits, isFixed, (at, field) =>
            change({ columns: chooseField(reading, edits, at, field) }),
          )}
          rows={reading.columns}
          keyOf={({ at }) => String(at)}
        />
        <Constants reading={reading} edits={edits} isFixed={isFixed} onChange={change} />
        {!isFixed && (
          <label class="reading-check">
            <input
              type="checkbox"
              checked={edits.rounding ?? false}
              onChange={(event) => change({ rounding: event.currentTarget.checked })}
            />
            <span>{t('rounding')}</span>
          </label>
        )}
        {isChanged && onRead && (
          <div class="actions">
            <Button kind="main" disabled={busy} onClick={() => onRead(toReadingChoice(reading, edits))}>
              {t('recheck')}
            </Button>
            <Button kind="plain" onClick={() => setEdits(noEdits)}>
              {t('discard')}
            </Button>
          </div>
        )}
      </div>
    </Card>
  )
}

function noteOf({ source, preset }: Reading): string {
  return [t('source', { source }), preset === null ? '' : t('preset', { preset })].filter(Boolean).join(' ')
}

/** Totals, lines that are no data, and what was decided without asking. */
function Known({ upload, reading }: { upload: Upload; reading: Reading }) {
  const { totals, skippedCounts, notes, kinds } = reading
  const [likely] = kinds
  const counts = Object.entries(skippedCounts)
    .filter(([, count]) => count > 0)
    .map(([why, count]) => t('skippedOf', { count: formatCount(count), why: why.replace('-', ' ') }))
  const lines = [
    ...(likely && likely.kind !== upload.kind && likely.confidence >= 0.8
      ? [t('otherKind', { kind: kindTexts[likely.kind as Upload['kind']] ?? likely.kind, reason: likely.reason })]
      : []),
    ...totals.slice(0, totalsMax).map(({ agrees, ...total }) => t(agrees ? 'agrees' : 'differs', total)),
    ...notes.map(({ text }) => text),
    ...(counts.length > 0 ? [t('skipped', { counts: counts.join(', ') })] : []),
  ]
  if (lines.length === 0) return null
  return (
    <ul class="reading-notes">
      {lines.map((line) => (
        <li key={line} dir="auto">
          {line}
        </li>
      ))}
    </ul>
  )
}

const totalsMax = 12

type PartProps = {
  reading: Reading
  edits: ReadingEdits
  isFixed: boolean
  onChange: (fields: Partial<ReadingEdits>) => void
}

function Places({ reading: { sheets, sheet, tables, table }, edits, isFixed, onChange }: PartProps) {
  if (sheets.length < 2 && tables.length < 2) return null
  return (
    <div class="upload-filters">
      {sheets.length > 1 && (
        <label class="field">
          <span>{t('sheet')}</span>
          <select
            class="input"
            disabled={isFixed}
            value={edits.sheet ?? sheet ?? ''}
            onChange={(event) => onChange({ sheet: event.currentTarget.value })}
          >
            {sheets.map(({ name, state }) => (
              <option key={name} value={name}>
                {state === 'visible' ? name : t('sheetHidden', { name })}
              </option>
            ))}
          </select>
        </label>
      )}
      {tables.length > 1 && (
        <label class="field">
          <span>{t('table')}</span>
          <select
            class="input"
            disabled={isFixed}
            value={String(edits.table ?? table)}
            onChange={(event) => onChange({ table: Number(event.currentTarget.value) })}
          >
            {tables.map(({ firstLine, lastLine, rows }, at) => (
              <option key={firstLine} value={String(at)}>
                {t('tableLines', { first: firstLine, last: lastLine, rows: formatCount(rows) })}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  )
}

function columnsOf(
  reading: Reading,
  edits: ReadingEdits,
  isFixed: boolean,
  onField: (at: number, field: string | null) => void,
): Column<ReadingColumn>[] {
  const nameOf = ({ at, header }: ReadingColumn): string => (header === '' ? t('unnamed', { number: at + 1 }) : header)
  return [
    {
      id: 'header',
      header: t('header'),
      cell: (column) => (
        <span class="upload-cell" dir="auto">
          {nameOf(column)}
        </span>
      ),
    },
    {
      id: 'samples',
      header: t('samples'),
      cell: ({ samples }) => (
        <span class="upload-cell quiet" dir="auto">
          {samples.join(' · ')}
        </span>
      ),
    },
    {
      id: 'fills',
      header: t('fills'),
      cell: (column) => (
        <select
          class="input"
          disabled={isFixed}
          aria-label={t('fillsOf', { header: nameOf(column) })}
          value={fieldOf(reading, edits, column.at) ?? ''}
          onChange={(event) => onField(column.at, event.currentTarget.value || null)}
        >
          <option value="">{t('notLoaded')}</option>
          {reading.fields.map(({ field, meaning }) => (
            <option key={field} value={field} title={meaning}>
              {field}
            </option>
          ))}
        </select>
      ),
    },
    {
      id: 'how',
      header: t('how'),
      cell: ({ how, reason }) => (
        <span class="small">
          {how} <span class="quiet">{reason}</span>
        </span>
      ),
    },
  ]
}

const constantFields = ['campaign', 'creator', 'platform', 'currency', 'date', 'period_start', 'period_end', 'category']

function Constants({ reading, edits, isFixed, onChange }: PartProps) {
  const filled = new Set(reading.columns.flatMap(({ at }) => fieldOf(reading, edits, at) ?? []))
  const fields = reading.fields.filter(({ field }) => constantFields.includes(field) && !filled.has(field))
  const constantOf = (field: string): string => edits.constants[field] ?? reading.constants[field] ?? ''
  const shown = isFixed ? fields.filter(({ field }) => constantOf(field) !== '') : fields
  if (shown.length === 0) return null
  return (
    <fieldset class="reading-constants">
      <legend>{t('constants')}</legend>
      {shown.map(({ field }) => (
        <div key={field} class="field">
          <label for={`constant-${field}`}>{field.replace('_', ' ')}</label>
          <ValueInput
            id={`constant-${field}`}
            isDay={field === 'date' || field.startsWith('period')}
            readOnly={isFixed}
            value={constantOf(field)}
            onValue={(value) => onChange({ constants: { ...edits.constants, [field]: value } })}
          />
        </div>
      ))}
    </fieldset>
  )
}
