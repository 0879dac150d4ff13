import type { FilterChoices } from '../../../functions/contract/books.ts'
import { tierTexts } from '../messages/metrics.ts'
import { type FilterName, filterNames, tierNames, type View } from '../state/view.ts'
import { labelOf } from './filter-values.ts'

export type FilterValue = { value: string; label: string }

/** What each filter can be set to. Values in the view that the books do not know stay, so that they can be removed. */
export function filterValues(view: View, choices: FilterChoices | undefined): Record<FilterName, FilterValue[]> {
  const of = (name: FilterName): FilterValue[] => {
    const known = knownValues(name, choices)
    const extra = view[name].filter((value) => !known.some((entry) => entry.value === value))
    return [...known, ...extra.map((value) => ({ value, label: labelOf(name, value, choices) }))]
  }
  return Object.fromEntries(filterNames.map((name) => [name, of(name)])) as Record<FilterName, FilterValue[]>
}

function knownValues(name: FilterName, choices: FilterChoices | undefined): FilterValue[] {
  if (name === 'tier') return tierNames.map((value) => ({ value, label: tierTexts[value] }))
  if (!choices) return []
  if (name === 'campaign') return choices.campaign.map((campaign) => ({ value: campaign.id, label: campaign.name }))
  return choices[name].map((value) => ({ value, label: labelOf(name, value, choices) }))
}
