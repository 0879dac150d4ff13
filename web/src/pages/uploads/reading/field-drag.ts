/** A type of our own: what is dragged from elsewhere, a file or a text, is no field. */
const type = 'application/x-tierwise-field'

export const fieldDrag = {
  start(transfer: DataTransfer, field: string): void {
    transfer.setData(type, field)
    transfer.effectAllowed = 'move'
  },
  isField: (transfer: DataTransfer | null): transfer is DataTransfer => transfer?.types.includes(type) ?? false,
  read: (transfer: DataTransfer): string => transfer.getData(type),
}

type Drop = { onField: (row: number, field: string) => void; disabled: boolean }

/** Handlers for what holds a table: a field is dropped onto a row of its body, which is marked while it is above it. */
export function fieldDropHandlers({ onField, disabled }: Drop) {
  const accepted = ({ dataTransfer, target }: DragEvent): HTMLTableRowElement | null =>
    !disabled && fieldDrag.isField(dataTransfer) && target instanceof Element ? target.closest('tbody tr') : null
  const mark = (table: EventTarget | null, over: HTMLTableRowElement | null) => {
    if (!(table instanceof Element)) return
    for (const row of table.querySelectorAll('tr[data-over]')) if (row !== over) row.removeAttribute('data-over')
    over?.setAttribute('data-over', 'true')
  }
  return {
    onDragOver(event: DragEvent) {
      const row = accepted(event)
      mark(event.currentTarget, row)
      // Without this nothing may be dropped there.
      if (row) event.preventDefault()
    },
    onDragLeave: (event: DragEvent) => mark(event.currentTarget, null),
    onDrop(event: DragEvent) {
      const row = accepted(event)
      mark(event.currentTarget, null)
      if (!row || !event.dataTransfer) return
      event.preventDefault()
      onField(row.sectionRowIndex, fieldDrag.read(event.dataTransfer))
    },
  }
}
