import type { ComponentChildren } from 'preact'

export type Column<R> = {
  id: string
  header: ComponentChildren
  /** Numbers stand at the end of their column. */
  align?: 'start' | 'end'
  cell: (row: R) => ComponentChildren
  sortable?: boolean
}

export type Sorting = { column: string; order: 'asc' | 'desc' }

type TableProps<R> = {
  /** What the table is about, for screen readers; `showCaption` shows it to all. */
  caption: string
  showCaption?: boolean
  columns: Column<R>[]
  rows: readonly R[]
  /** On a phone each row is a card: for tables that would not fit there. */
  cards?: boolean
  keyOf: (row: R) => string
  sorting?: Sorting | undefined
  onSort?: (sorting: Sorting) => void
}

/** A plain table. Its first column names the row. It scrolls sideways in its own frame where it is too wide. */
export function Table<R>(props: TableProps<R>) {
  const { caption, showCaption = false, cards = false, columns, rows, keyOf, sorting, onSort } = props
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups inputs, and a section would be one landmark too many.
    <div class="table-frame" role="group" aria-label={caption} tabIndex={0}>
      {/* The roles are those of the elements: laid out as cards, browsers would forget them. */}
      <table class="table" role="table" data-cards={cards}>
        <caption class={showCaption ? undefined : 'visually-hidden'}>{caption}</caption>
        <thead>
          <tr role="row">
            {columns.map((column) => (
              <HeadCell key={column.id} column={column} sorting={sorting} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} role="row">
              {columns.map((column, at) =>
                at === 0 ? (
                  <th key={column.id} scope="row" role="rowheader" data-align={column.align}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} role="cell" data-align={column.align}>
                    {cards && (
                      <span class="cell-label" aria-hidden="true">
                        {column.header}
                      </span>
                    )}
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type HeadCellProps<R> = {
  column: Column<R>
  sorting: Sorting | undefined
  onSort: ((sorting: Sorting) => void) | undefined
}

function HeadCell<R>({ column, sorting, onSort }: HeadCellProps<R>) {
  const order = sorting?.column === column.id ? sorting.order : undefined
  const sorted = order === undefined ? undefined : order === 'asc' ? 'ascending' : 'descending'
  if (!column.sortable || !onSort) {
    return (
      <th scope="col" role="columnheader" data-align={column.align}>
        {column.header}
      </th>
    )
  }
  return (
    <th scope="col" role="columnheader" data-align={column.align} aria-sort={sorted}>
      <button
        type="button"
        class="sort"
        onClick={() => onSort({ column: column.id, order: order === 'desc' ? 'asc' : 'desc' })}
      >
        {column.header}
        <span aria-hidden="true">{order === undefined ? '' : order === 'asc' ? ' ↑' : ' ↓'}</span>
      </button>
    </th>
  )
}
