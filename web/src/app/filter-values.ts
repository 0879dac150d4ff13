import type { FilterChoices } from '../../../functions/contract/books.ts'
import { objectiveTexts, tierTexts } from '../messages/metrics.ts'
import { t } from '../messages/shell.ts'
import { type FilterName, filterNames, tierNames, type View } from '../state/view.ts'

export const filterTexts: Record<FilterName, string> = {
  campaign: t('campaign'),
  brand: t('brandFilter'),
  platform: t('platform'),
  niche: t('niche'),
  region: t('region'),
  objective: t('objective'),
  tier: t('tier'),
}

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

/** A filter's value as people read it. */
export function labelOf(name: FilterName, value: string, choices: FilterChoices | undefined): string {
  if (name === 'tier' && value in tierTexts) return tierTexts[value as keyof typeof tierTexts]
  if (name === 'objective' && value in objectiveTexts) return objectiveTexts[value as keyof typeof objectiveTexts]
  if (name === 'campaign') return choices?.campaign.find(({ id }) => id === value)?.name ?? value
  return value
}

/** The view with a filter's value set, or without it. */
export function toggleFilter(view: View, name: FilterName, value: string): Partial<View> {
  const values: readonly string[] = view[name]
  return { [name]: values.includes(value) ? values.filter((other) => other !== value) : [...values, value] }
}
