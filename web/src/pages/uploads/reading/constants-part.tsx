import { useEffect, useRef, useState } from 'preact/hooks'
import type { Reading } from '../../../../../functions/contract/reading.ts'
import { nameField, t } from '../../../messages/reading.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import type { ReadingEdits } from './reading-edits.ts'
import { addableConstants, shownConstants } from './to-constants.ts'
import { inputOf } from './value-fault.ts'
import { ValueField } from './value-field.tsx'

type ConstantsPartProps = {
  reading: Reading
  edits: ReadingEdits
  /** Fields that are asked for elsewhere on the page. */
  asked: readonly string[]
  /** Fields whose value cannot be sent, once that was tried. */
  faults: ReadonlySet<string>
  onChange: (edits: ReadingEdits) => void
  disabled: boolean
}

/** Values that no column of the file says and that hold for all lines: added, changed and taken away. */
export function ConstantsPart({ reading, edits, asked, faults, onChange, disabled }: ConstantsPartProps) {
  const part = useRef<HTMLElement>(null)
  const [added, setAdded] = useState('')
  const [chosen, setChosen] = useState('')
  const shown = shownConstants(reading, edits, asked)
  const addable = addableConstants(reading, edits, asked)
  const next = addable.includes(chosen) ? chosen : (addable[0] ?? '')
  useEffect(() => {
    if (added !== '') part.current?.querySelector<HTMLElement>(`[data-field="${added}"] input`)?.focus()
  }, [added])
  const set = (field: string, value: string) =>
    onChange({ ...edits, constants: { ...edits.constants, [field]: value } })
  const remove = (field: string) => {
    const { [field]: _, ...rest } = edits.constants
    onChange({ ...edits, constants: field in reading.constants ? { ...rest, [field]: null } : rest })
    setAdded('')
    // The button that did it is gone.
    part.current?.focus()
  }
  return (
    <section class="reading-part" ref={part} tabIndex={-1} aria-label={t('constants')}>
      <h3>{t('constants')}</h3>
      <p class="quiet small">{t('constantsNote')}</p>
      {shown.map(([field, value]) => (
        <div key={field} class="reading-constant" data-field={field}>
          <ValueField
            label={nameField(field)}
            input={inputOf(field)}
            value={value}
            fault={faults.has(field) ? t('constantFault') : null}
            disabled={disabled}
            onValue={(typed) => set(field, typed)}
          />
          <Button
            kind="plain"
            aria-label={t('removeConstant', { field: nameField(field) })}
            disabled={disabled}
            onClick={() => remove(field)}
          >
            <Icon name="close" />
          </Button>
        </div>
      ))}
      {addable.length > 0 && (
        <div class="reading-add">
          <select
            class="input"
            aria-label={t('addConstant')}
            value={next}
            disabled={disabled}
            onChange={(event) => setChosen(event.currentTarget.value)}
          >
            {addable.map((field) => (
              <option key={field} value={field}>
                {nameField(field)}
              </option>
            ))}
          </select>
          <Button
            disabled={disabled}
            onClick={() => {
              set(next, '')
              setAdded(next)
            }}
          >
            {t('addConstant')}
          </Button>
        </div>
      )}
    </section>
  )
}
