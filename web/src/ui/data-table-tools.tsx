import { formatCount } from '../format/format.ts'
import { t } from '../messages/lists.ts'
import { Button } from './button.tsx'
import type { DataColumn, RowChoice } from './data-table-model.ts'
import { Popover } from './popover.tsx'

type Column = Pick<DataColumn<never>, 'id' | 'label'>

type TableToolsProps = {
  searchLabel: string | undefined
  search: string
  onSearch: (search: string) => void
  choices: readonly Pick<RowChoice<never>, 'id' | 'label'>[]
  choice: string
  onChoose: (id: string) => void
  columns: readonly Column[]
  shown: readonly string[]
  onColumns: (shown: string[]) => void
  /** Only where no header can be pressed. */
  sorting: { columns: readonly Column[]; sort: string; order: 'asc' | 'desc'; onSort: (id: string) => void } | undefined
  count: number
  total: number
}

/** What stands above a table: search, which rows, how sorted, which columns, and how many there are. */
export function TableTools(props: TableToolsProps) {
  const { searchLabel, search, onSearch, choices, choice, onChoose, sorting, count, total } = props
  return (
    <div class="table-tools">
      {searchLabel !== undefined && (
        <input
          class="input table-search"
          type="search"
          aria-label={searchLabel}
          placeholder={searchLabel}
          maxLength={300}
          value={search}
          onInput={({ currentTarget }) => onSearch(currentTarget.value)}
        />
      )}
      {choices.length > 0 && (
        <Select
          label={t('show')}
          value={choice}
          onChange={onChoose}
          options={[{ id: '', label: t('all') }, ...choices]}
        />
      )}
      {sorting && (
        <>
          <Select label={t('sortBy')} value={sorting.sort} onChange={sorting.onSort} options={sorting.columns} />
          <Button onClick={() => sorting.onSort(sorting.sort)}>
            {sorting.order === 'asc' ? t('ascending') : t('descending')}
          </Button>
        </>
      )}
      <ColumnChoice {...props} />
      <p class="quiet small" role="status">
        {count === total
          ? t('rows', { total: formatCount(total) })
          : t('rowsOf', { shown: formatCount(count), total: formatCount(total) })}
      </p>
      {count === 0 && <p>{t('nothingFound')}</p>}
    </div>
  )
}

type SelectProps = {
  label: string
  value: string
  options: readonly Column[]
  onChange: (id: string) => void
}

function Select({ label, value, options, onChange }: SelectProps) {
  return (
    <label class="table-select">
      <span>{label}</span>
      <select class="input" value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}

/** The first column names the row and cannot be put away. */
function ColumnChoice({ columns, shown, onColumns }: Pick<TableToolsProps, 'columns' | 'shown' | 'onColumns'>) {
  const toggle = (id: string) => onColumns(shown.includes(id) ? shown.filter((other) => other !== id) : [...shown, id])
  return (
    <Popover chip={t('columns')} title={t('columns')} align="end">
      {() => (
        <fieldset class="choices column-choices">
          <legend class="visually-hidden">{t('columns')}</legend>
          {columns.slice(1).map(({ id, label }) => (
            <label key={id} class="choice">
              <input type="checkbox" checked={shown.includes(id)} onChange={() => toggle(id)} />
              <span>{label}</span>
            </label>
          ))}
          <Button onClick={() => onColumns([])}>{t('usualColumns')}</Button>
        </fieldset>
      )}
    </Popover>
  )
}
