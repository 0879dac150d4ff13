import type { FilterChoices } from '../../../functions/contract/books.ts'
import { t } from '../messages/shell.ts'
import { changeView } from '../state/use-view.ts'
import { countFilters, type FilterName, filterNames, type View } from '../state/view.ts'
import { Icon } from '../ui/icon.tsx'
import { lazy } from '../ui/lazy.tsx'
import { Popover } from '../ui/popover.tsx'
import { filterTexts, labelOf, toggleFilter } from './filter-values.ts'

const FilterForm = lazy(() => import('./filter-form.tsx').then((m) => m.FilterForm))
const buttonId = 'filters'

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
    <Popover id={buttonId} chip={chip} set={count > 0} title={t('filters')}>
      {() => <FilterForm view={view} choices={choices} />}
    </Popover>
  )
}

/** The filters that hold, each to be taken away. */
export function AppliedFilters({ view, choices }: FilterProps) {
  const remove = (chip: HTMLElement, name: FilterName, value: string) => {
    // The chip takes the focus with it where that has not moved on: to the next one, or to where filters are set.
    const next = chip.parentElement?.nextElementSibling?.querySelector('button') ?? document.getElementById(buttonId)
    next?.focus()
    changeView(toggleFilter(view, name, value))
  }
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
              onClick={(event) => remove(event.currentTarget, name, value)}
            >
              {filterTexts[name]} <b dir="auto">{label}</b> <Icon name="close" />
            </button>
          </li>
        )
      })}
    </ul>
  )
}
