import { useState } from 'preact/hooks'
import type { FilterChoices } from '../../../functions/contract/books.ts'
import { t } from '../messages/shell.ts'
import { changeView } from '../state/use-view.ts'
import { countFilters, type FilterName, filterNames, type View } from '../state/view.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Popover } from '../ui/popover.tsx'
import { type FilterValue, filterTexts, filterValues, labelOf, toggleFilter } from './filter-values.ts'

const listedMax = 60

type FilterProps = { view: View; choices: FilterChoices | undefined }

export function FilterControl({ view, choices }: FilterProps) {
  const count = countFilters(view)
  const chip = (
    <>
      <Icon name="filter" />
      {count === 0 ? t('filters') : <b>{`${t('filters')}: ${t('filterCount', { count })}`}</b>}
    </>
  )
  return (
    <Popover chip={chip} set={count > 0} title={t('filters')}>
      {() => <FilterForm view={view} choices={choices} />}
    </Popover>
  )
}

const noFilters: Partial<View> = Object.fromEntries(filterNames.map((name) => [name, []]))

function FilterForm({ view, choices }: FilterProps) {
  const [search, setSearch] = useState('')
  const needle = search.trim().toLowerCase()
  const values = filterValues(view, choices)
  const groups = filterNames
    .map((name) => ({ name, found: values[name].filter(({ label }) => label.toLowerCase().includes(needle)) }))
    .filter(({ found }) => found.length > 0)
  return (
    <>
      <label class="field">
        <span class="visually-hidden">{t('filterSearch')}</span>
        <input
          class="input"
          type="search"
          placeholder={t('filterSearch')}
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
      </label>
      {groups.length === 0 && <p class="quiet small">{t('filterNone')}</p>}
      {groups.map(({ name, found }) => (
        <FilterGroup key={name} name={name} view={view} values={found} open={needle !== '' || view[name].length > 0} />
      ))}
      {countFilters(view) > 0 && <Button onClick={() => changeView(noFilters)}>{t('filterClear')}</Button>}
    </>
  )
}

type GroupProps = { name: FilterName; view: View; values: FilterValue[]; open: boolean }

function FilterGroup({ name, view, values, open }: GroupProps) {
  const chosen: readonly string[] = view[name]
  const more = values.length - listedMax
  return (
    <details class="filter-group" open={open}>
      <summary>
        {filterTexts[name]}
        <span class="quiet number">{chosen.length > 0 ? chosen.length : ''}</span>
      </summary>
      <fieldset class="choices filter-list" aria-label={filterTexts[name]}>
        {values.slice(0, listedMax).map(({ value, label }) => (
          <label key={value} class="choice">
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={() => changeView(toggleFilter(view, name, value))}
            />
            <span dir="auto">{label}</span>
          </label>
        ))}
      </fieldset>
      {more > 0 && <p class="quiet small">{t('filterMore', { count: more })}</p>}
    </details>
  )
}

/** The filters that hold, each to be taken away. */
export function AppliedFilters({ view, choices }: FilterProps) {
  if (countFilters(view) === 0) return null
  const entries = filterNames.flatMap((name) => view[name].map((value) => ({ name, value })))
  return (
    <ul class="applied" aria-label={t('filters')}>
      {entries.map(({ name, value }) => {
        const label = labelOf(name, value, choices)
        return (
          <li key={`${name} ${value}`}>
            <button
              type="button"
              class="chip"
              aria-label={t('filterRemove', { name: filterTexts[name], value: label })}
              onClick={() => changeView(toggleFilter(view, name, value))}
            >
              {filterTexts[name]} <b dir="auto">{label}</b> <Icon name="close" />
            </button>
          </li>
        )
      })}
    </ul>
  )
}
