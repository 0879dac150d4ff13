import type { FilterChoices } from '../../../functions/contract/books.ts'
import { objectiveTexts, tierTexts } from '../messages/metrics.ts'
import { t } from '../messages/shell.ts'
import type { FilterName, View } from '../state/view.ts'

export const filterTexts: Record<FilterName, string> = {
  campaign: t('campaign'),
  brand: t('brandFilter'),
  platform: t('platform'),
  niche: t('niche'),
  region: t('region'),
  objective: t('objective'),
  tier: t('tier'),
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
