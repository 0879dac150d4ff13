import { useMemo, useRef, useState } from 'preact/hooks'
import type { Reading, ReadingColumn } from '../../../../../functions/contract/reading.ts'
import { nameField, t } from '../../../messages/reading.ts'
import { type Column, Table } from '../../../ui/table.tsx'
import { FieldChips } from './field-chips.tsx'
import { fieldDropHandlers } from './field-drag.ts'
import { FieldSelect } from './field-select.tsx'
import { nameColumn } from './name-column.ts'
import { chooseField, fieldsInForce, type ReadingEdits } from './reading-edits.ts'
import { toFieldOptions } from './to-field-options.ts'

type ColumnsTableProps = {
  reading: Reading
  edits: ReadingEdits
  /** Without it the table is only read. */
  onChange: ((edits: ReadingEdits) => void) | null
  disabled: boolean
}

/** Which column fills which field, why, and how its cells are read. */
export function ColumnsTable({ reading, edits, onChange, disabled }: ColumnsTableProps) {
  const [said, setSaid] = useState('')
  const latest = useRef({ edits, onChange })
  latest.current = { edits, onChange }
  const choose = (column: ReadingColumn, field: string | null) => {
    const { edits: now, onChange: tell } = latest.current
    setSaid(sayMove(reading, now, column, field))
    tell?.(chooseField(reading, now, column.at, field))
  }
  const editable = onChange !== null
  // Three hundred rows are not drawn anew for every letter that is typed beside them.
  const table = useMemo(() => {
    const fieldAt = new Map([...fieldsInForce(reading, edits)].map(([field, at]) => [at, field]))
    const fills = (column: ReadingColumn) => {
      const field = fieldAt.get(column.at) ?? null
      if (!editable) return field === null ? <span class="quiet">{t('notLoaded')}</span> : nameField(field)
      return (
        <FieldSelect
          label={t('fillsWhat', { column: nameColumn(column) })}
          field={field}
          options={() => toFieldOptions(reading, fieldAt, column.at)}
          lazy={reading.columns.length > eagerMax}
          disabled={disabled}
          onField={(next) => choose(column, next)}
        />
      )
    }
    const columns: Column<ReadingColumn>[] = [
      { id: 'column', header: t('column'), cell: (column) => <Header column={column} /> },
      { id: 'samples', header: t('samples'), cell: ({ samples }) => <Samples samples={samples} /> },
      { id: 'fills', header: t('fills'), cell: fills },
      {
        id: 'why',
        header: t('why'),
        cell: (column) => <Why column={column} field={fieldAt.get(column.at) ?? null} />,
      },
    ]
    return (
      <Table cards caption={t('columns')} columns={columns} rows={reading.columns} keyOf={({ at }) => String(at)} />
    )
  }, [reading, edits.columns, editable, disabled])
  const drop = (row: number, field: string) => {
    const column = reading.columns[row]
    if (column && reading.fields.some((one) => one.field === field)) choose(column, field)
  }
  const inForce = new Map([...fieldsInForce(reading, edits)].map(([field, at]) => [at, field]))
  return (
    <div class="reading-columns" {...fieldDropHandlers({ onField: drop, disabled: disabled || !editable })}>
      {editable && <FieldChips reading={reading} fieldAt={inForce} disabled={disabled} />}
      {table}
      <span class="visually-hidden" role="status">
        {said}
      </span>
    </div>
  )
}

const eagerMax = 40

function Header({ column }: { column: ReadingColumn }) {
  const bare = column.header.trim() === ''
  return (
    <span class={bare ? 'reading-header quiet' : 'reading-header'} dir="auto">
      {bare ? t('columnNumber', { number: column.at + 1 }) : column.header}
    </span>
  )
}

function Samples({ samples }: { samples: string[] }) {
  if (samples.length === 0) return <span class="quiet">{t('noSamples')}</span>
  return (
    <ul class="reading-samples">
      {samples.map((sample, at) => (
        <li key={at} dir="auto" title={sample}>
          {sample}
        </li>
      ))}
    </ul>
  )
}

/** Of a column that was moved nothing is known before the next check. */
function Why({ column, field }: { column: ReadingColumn; field: string | null }) {
  const { confidence, reason, how } = column
  if (field !== column.field) return <span class="reading-changed">{t('changed')}</span>
  if (field === null) return <span class="quiet">–</span>
  return (
    <span class="reading-why" dir="auto">
      {sayWhy(confidence, reason)} {how !== '' && t('readAs', { how })}
    </span>
  )
}

function sayWhy(confidence: number, reason: string): string {
  if (reason === '') return ''
  return t(confidence >= 0.9 ? 'sure' : confidence >= 0.7 ? 'likely' : 'guess', { reason })
}

function sayMove(reading: Reading, edits: ReadingEdits, column: ReadingColumn, field: string | null): string {
  const name = nameColumn(column)
  if (field === null) return t('movedOut', { column: name })
  const from = fieldsInForce(reading, edits).get(field)
  const other = reading.columns.find(({ at }) => at === from && at !== column.at)
  const moved = { column: name, field: nameField(field) }
  return other ? t('movedFrom', { ...moved, other: nameColumn(other) }) : t('moved', moved)
}
