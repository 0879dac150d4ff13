import type { Reading } from '../../../../../functions/contract/reading.ts'
import { nameField, t } from '../../../messages/reading.ts'
import { nameColumn } from './name-column.ts'

export type FieldOption = { field: string; label: string; meaning: string }

/** What a column may fill, in the order of the template; a field says which other column it would be taken from. */
export function toFieldOptions(reading: Reading, fieldAt: ReadonlyMap<number, string>, at: number): FieldOption[] {
  const columnOf = new Map([...fieldAt].map(([column, field]) => [field, column]))
  return reading.fields.map(({ field, meaning, required }) => {
    const taken = columnOf.get(field)
    const other = taken === at ? undefined : reading.columns.find((column) => column.at === taken)
    const name = nameField(field)
    const label = other
      ? t('fieldTaken', { field: name, column: nameColumn(other) })
      : required && taken === undefined
        ? t('fieldNeeded', { field: name })
        : name
    return { field, label, meaning }
  })
}
