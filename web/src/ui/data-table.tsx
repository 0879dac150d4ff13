import { useEffect, useMemo, useState } from 'preact/hooks'
import { usePageParameters } from '../state/use-view.ts'
import {
  arrange,
  type DataColumn,
  makeDataModel,
  type RowChoice,
  readColumns,
  writeColumns,
} from './data-table-model.ts'
import { CardRows, TableRows } from './data-table-parts.tsx'
import { TableTools } from './data-table-tools.tsx'
import './data-table.css'

type DataTableProps<R> = {
  caption: string
  /** Keep the same array between draws: a new one makes the table anew. The first column names the row. */
  columns: readonly DataColumn<R>[]
  rows: readonly R[]
  keyOf: (row: R) => string
  usualSort: { sort: string; order: 'asc' | 'desc' }
  choices?: readonly RowChoice<R>[]
  /** What a search looks into, in words; without it there is no search. */
  searchLabel?: string
}

const phone = '(max-width: 44rem)'

/**
 * Thousands of rows to sort, search and choose columns of. How it is looked at stands in the address, under `sort`,
 * `order`, `search`, `show` and `columns`. On phones each row is a card.
 */
export function DataTable<R extends object>(props: DataTableProps<R>) {
  const { caption, columns, rows, keyOf, usualSort, choices = [], searchLabel } = props
  const [address, change] = usePageParameters({ ...usualSort, search: '', show: '', columns: '' })
  const model = useMemo(() => makeDataModel(columns, rows, keyOf), [columns, rows])
  const order = address.order === 'asc' ? 'asc' : 'desc'
  const sortable = columns.filter((column) => column.sortable !== false)
  const sort = sortable.some(({ id }) => id === address.sort) ? address.sort : usualSort.sort
  const shown = readColumns(columns, address.columns)
  const keep = choices.find(({ id }) => id === address.show)?.keep ?? null
  const arranged = useMemo(
    () => arrange(model, { sort, order, search: address.search, keep, shown }),
    [model, sort, order, address.search, address.show, shown.join()],
  )
  const narrow = useMedia(phone)
  const look = { caption, columns: arranged.columns, rows: arranged.rows, keyOf }
  const onSort = (id: string) => {
    const first = startsLeast(columns, id, rows) ? 'asc' : 'desc'
    change({ sort: id, order: id === sort ? (order === 'asc' ? 'desc' : 'asc') : first })
  }
  return (
    <div class="data-table">
      <TableTools
        searchLabel={searchLabel}
        search={address.search}
        onSearch={(search) => change({ search }, { replace: true })}
        choices={choices}
        choice={address.show}
        onChoose={(show) => change({ show })}
        columns={columns}
        shown={shown}
        onColumns={(next) => change({ columns: writeColumns(columns, next) })}
        sorting={narrow ? { columns: sortable, sort, order, onSort } : undefined}
        count={arranged.rows.length}
        total={rows.length}
      />
      {arranged.rows.length > 0 &&
        (narrow ? <CardRows {...look} /> : <TableRows {...look} sort={sort} order={order} onSort={onSort} />)}
    </div>
  )
}

function startsLeast<R>(columns: readonly DataColumn<R>[], id: string, rows: readonly R[]): boolean {
  const column = columns.find((one) => one.id === id)
  return column?.leastFirst ?? rows.some((row) => typeof column?.value(row) === 'string')
}

function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches)
  useEffect(() => {
    const media = matchMedia(query)
    const update = () => setMatches(media.matches)
    media.addEventListener('change', update)
    return () => media.removeEventListener('change', update)
  }, [query])
  return matches
}
