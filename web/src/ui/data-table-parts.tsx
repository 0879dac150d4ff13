import type { DataColumn } from './data-table-model.ts'
import { useFrameRows, usePageRows } from './data-table-rows.ts'
import { Definition } from './definition.tsx'

type RowsProps<R> = {
  caption: string
  columns: readonly DataColumn<R>[]
  rows: readonly R[]
  keyOf: (row: R) => string
}

type SortProps = { sort: string; order: 'asc' | 'desc'; onSort: (id: string) => void }

const rowPx = 38
const cardPx = 190

export function TableRows<R>({ caption, columns, rows, keyOf, ...sorting }: RowsProps<R> & SortProps) {
  const { frame, segments, measure, onFocus, onBlur, onKeyDown } = useFrameRows<HTMLDivElement>({
    count: rows.length,
    estimatePx: rowPx,
    keyOf: (index) => keyOf(rows[index] as R),
  })
  const width = columns.reduce((sum, { widthRem }) => sum + widthRem, 0)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups inputs, and a section would be one landmark too many.
    <div
      ref={frame}
      class="table-frame data-frame"
      role="group"
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
      tabIndex={0}
      onFocusCapture={onFocus}
      onBlurCapture={onBlur}
      onKeyDown={onKeyDown}
    >
      <table class="table" aria-rowcount={rows.length + 1} style={{ minWidth: `${width}rem` }}>
        <caption class="visually-hidden">{caption}</caption>
        <colgroup>
          {columns.map(({ id, widthRem }) => (
            <col key={id} style={{ width: `${widthRem}rem` }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <HeadCell key={column.id} column={column} {...sorting} />
            ))}
          </tr>
        </thead>
        <tbody>
          {segments.map(({ index, px }, at) =>
            index === undefined ? (
              // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus; it is only height.
              <tr key={`gap ${at}`} class="gap" aria-hidden="true" style={{ height: `${px}px` }}>
                <td colSpan={columns.length} />
              </tr>
            ) : (
              <tr key={keyOf(rows[index] as R)} ref={measure} data-index={index} aria-rowindex={index + 2}>
                {columns.map((column, place) => (
                  <BodyCell key={column.id} column={column} row={rows[index] as R} first={place === 0} />
                ))}
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  )
}

function BodyCell<R>({ column, row, first }: { column: DataColumn<R>; row: R; first: boolean }) {
  if (!first) return <td data-align={column.align}>{column.cell(row)}</td>
  return (
    <th scope="row" data-align={column.align}>
      {column.cell(row)}
    </th>
  )
}

function HeadCell<R>({ column, sort, order, onSort }: { column: DataColumn<R> } & SortProps) {
  const { id, label, align, sortable = true } = column
  if (!sortable) {
    return (
      <th scope="col" data-align={align}>
        {label}
      </th>
    )
  }
  const sorted = sort === id ? (order === 'asc' ? 'ascending' : 'descending') : undefined
  return (
    <th scope="col" data-align={align} aria-sort={sorted}>
      <button type="button" class="sort" title={column.meaning} onClick={() => onSort(id)}>
        {label}
        <span class="sort-mark" aria-hidden="true">
          {sorted === undefined ? '' : order === 'asc' ? '↑' : '↓'}
        </span>
      </button>
    </th>
  )
}

/** Each row as a card: its name, and below it each column's name and value. */
export function CardRows<R>({ caption, columns, rows, keyOf }: RowsProps<R>) {
  const { frame, segments, measure, onFocus, onBlur } = usePageRows<HTMLUListElement>({
    count: rows.length,
    estimatePx: cardPx,
    keyOf: (index) => keyOf(rows[index] as R),
  })
  const [name, ...others] = columns
  return (
    <ul ref={frame} class="records" aria-label={caption} onFocusCapture={onFocus} onBlurCapture={onBlur}>
      {segments.map(({ index, px }, at) =>
        index === undefined ? (
          <li key={`gap ${at}`} class="gap" aria-hidden="true" style={{ height: `${px}px` }} />
        ) : (
          <li
            key={keyOf(rows[index] as R)}
            ref={measure}
            class="record"
            data-index={index}
            aria-posinset={index + 1}
            aria-setsize={rows.length}
          >
            <div class="record-name">{name?.cell(rows[index] as R)}</div>
            <dl>
              {others.map((column) => (
                <div key={column.id}>
                  <dt>
                    {column.meaning ? <Definition meaning={column.meaning}>{column.label}</Definition> : column.label}
                  </dt>
                  <dd>{column.cell(rows[index] as R)}</dd>
                </div>
              ))}
            </dl>
          </li>
        ),
      )}
    </ul>
  )
}
