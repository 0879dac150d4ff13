import type { MatchSuggestion } from '../../../../functions/contract/match.ts'

export type Group = { alias: MatchSuggestion['alias']; suggestions: MatchSuggestion[] }

/** What one name may be, together, in the order of the list. */
export function toGroups(suggestions: readonly MatchSuggestion[]): Group[] {
  const groups = new Map<string, Group>()
  for (const suggestion of suggestions) {
    const group = groups.get(suggestion.alias.id) ?? { alias: suggestion.alias, suggestions: [] }
    group.suggestions.push(suggestion)
    groups.set(suggestion.alias.id, group)
  }
  return [...groups.values()]
}

export const pairKey = ({ alias, name }: Pick<MatchSuggestion, 'alias' | 'name'>): string => `${alias.id} ${name.id}`

/** The likeliest of each name, from a confidence on: nobody is taken for two. */
export function likelyKeys(suggestions: readonly MatchSuggestion[], from: number): string[] {
  return toGroups(suggestions).flatMap(({ suggestions: of }) => {
    const [best] = of.toSorted((a, b) => b.confidence - a.confidence)
    return best && best.confidence >= from ? [pairKey(best)] : []
  })
}
