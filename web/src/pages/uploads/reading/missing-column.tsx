import { useId } from 'preact/hooks'
import type { Reading } from '../../../../../functions/contract/reading.ts'
import { nameField, t } from '../../../messages/reading.ts'
import { nameColumn, shorten } from './name-column.ts'

type MissingColumnProps = {
  field: string
  reading: Reading
  at: number | undefined
  fault: string | null
  onColumn: (at: number) => void
}

/** A field that no file of the kind does without, and that none of the columns looks like. */
export function MissingColumn({ field, reading, at, fault, onColumn }: MissingColumnProps) {
  const id = useId()
  const meaning = reading.fields.find((one) => one.field === field)?.meaning ?? nameField(field)
  return (
    <label class="field reading-value">
      <span class="reading-ask">{t('whichColumn', { field: nameField(field).toLowerCase() })}</span>
      <select
        class="input"
        value={at === undefined ? '' : String(at)}
        aria-invalid={fault !== null}
        aria-describedby={id}
        onChange={(event) => onColumn(Number(event.currentTarget.value))}
      >
        {at === undefined && <option value="">{t('chooseColumn')}</option>}
        {reading.columns.map((column) => (
          <option key={column.at} value={String(column.at)}>
            {column.samples[0] === undefined
              ? nameColumn(column)
              : t('columnOption', { column: nameColumn(column), sample: shorten(column.samples[0]) })}
          </option>
        ))}
      </select>
      <small id={id} class={fault === null ? 'quiet' : 'reading-fault'}>
        {fault ?? t('whichColumnNote', { meaning })}
      </small>
    </label>
  )
}
