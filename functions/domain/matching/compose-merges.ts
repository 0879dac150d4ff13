import type { MatchKind } from '../../contract/match.ts'
import { getOrAdd } from '../get-or-add.ts'

/** One line of an aliases file: `name` null takes the alias back. */
export type AliasLine = { alias: number; name: number | null }

/**
 * Lines that make one of all parties that `merges` join, in any order and however often. A name that is nobody's alias
 * stays, the best by `compare` where there are several. Each alias stands once.
 */
export function composeMerges(
  merges: readonly { alias: number; name: number }[],
  compare: (a: number, b: number) => number,
): AliasLine[] {
  const groups = new Map<number, Set<number>>()
  for (const { alias, name } of merges) {
    const joined = new Set([...(groups.get(alias) ?? [alias]), ...(groups.get(name) ?? [name])])
    for (const id of joined) groups.set(id, joined)
  }
  const aliases = new Set(merges.filter(({ alias, name }) => alias !== name).map(({ alias }) => alias))
  const roots = new Map<Set<number>, number>()
  for (const group of groups.values()) {
    getOrAdd(roots, group, () => {
      const free = [...group].filter((id) => !aliases.has(id))
      return (free.length > 0 ? free : [...group]).sort(compare)[0] as number
    })
  }
  return [...groups]
    .map(([alias, group]) => ({ alias, name: roots.get(group) as number }))
    .filter(({ alias, name }) => alias !== name)
    .sort((a, b) => a.alias - b.alias)
}

/** The file that says so. Every cell is quoted: names hold whatever people write. */
export function aliasesCsv(kind: MatchKind, lines: readonly AliasLine[], textOf: (id: number) => string): string {
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
  const rows = lines.map(({ alias, name }) =>
    [kind, textOf(alias), name === null ? '' : textOf(name)].map(quoted).join(','),
  )
  return ['kind,alias,name', ...rows, ''].join('\r\n')
}
