import { useRef, useState } from 'preact/hooks'
import type { FilterChoices } from '../../../functions/contract/books.ts'
import { t } from '../messages/question.ts'
import { changeView } from '../state/use-view.ts'
import { countFilters, type FilterName, filterNames, type View } from '../state/view.ts'
import { Button } from '../ui/button.tsx'
import { filterTexts, toggleFilter } from './filter-values.ts'
import { type FilterValue, filterValues } from './list-filter-values.ts'

const listedMax = 60

type FilterFormProps = { view: View; choices: FilterChoices | undefined }

const noFilters: Partial<View> = Object.fromEntries(filterNames.map((name) => [name, []]))

export function FilterForm({ view, choices }: FilterFormProps) {
  const [search, setSearch] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const clear = () => {
    // The button goes with the last filter.
    field.current?.focus()
    changeView(noFilters)
  }
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
          ref={field}
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
      {countFilters(view) > 0 && <Button onClick={clear}>{t('filterClear')}</Button>}
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
