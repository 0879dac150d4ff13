import type { Reading } from '../../../../../functions/contract/reading.ts'
import { nameField, t } from '../../../messages/reading.ts'
import { fieldDrag } from './field-drag.ts'

type FieldChipsProps = { reading: Reading; fieldAt: ReadonlyMap<number, string>; disabled: boolean }

/**
 * The fields of the kind, to be dragged onto a column. For pointers that can drag only: each column's select does the
 * same by keyboard, touch and screen reader.
 */
export function FieldChips({ reading, fieldAt, disabled }: FieldChipsProps) {
  const filled = new Set(fieldAt.values())
  return (
    <div class="field-chips" aria-hidden="true">
      <span class="quiet small">{t('dragNote')}</span>
      {reading.fields.map(({ field, meaning }) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: dragging is a second way; each row's select is the first.
        <span
          key={field}
          class="field-chip"
          data-field={field}
          data-filled={filled.has(field)}
          title={meaning}
          draggable={!disabled}
          onDragStart={({ dataTransfer }) => dataTransfer && fieldDrag.start(dataTransfer, field)}
        >
          {nameField(field)}
        </span>
      ))}
    </div>
  )
}
