import { useState } from 'preact/hooks'
import { nameField, t } from '../../../messages/reading.ts'
import type { FieldOption } from './to-field-options.ts'

type FieldSelectProps = {
  label: string
  field: string | null
  options: () => FieldOption[]
  /** Holds only its own choice until it is about to be used: hundreds of long lists would be slow to draw. */
  lazy: boolean
  disabled: boolean
  onField: (field: string | null) => void
}

export function FieldSelect({ label, field, options, lazy, disabled, onField }: FieldSelectProps) {
  const [near, setNear] = useState(false)
  const come = () => setNear(true)
  const few = lazy && !near
  const own = field === null ? [] : [{ field, label: nameField(field), meaning: '' }]
  const shown = few ? own : options()
  return (
    <select
      class="input"
      aria-label={label}
      data-loaded={field !== null}
      disabled={disabled}
      value={field ?? ''}
      onFocus={come}
      onPointerEnter={come}
      onPointerDown={come}
      onChange={(event) => onField(event.currentTarget.value === '' ? null : event.currentTarget.value)}
    >
      {(field === null || !few) && <option value="">{t('notLoaded')}</option>}
      {shown.map((option) => (
        <option key={option.field} value={option.field} title={option.meaning}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
