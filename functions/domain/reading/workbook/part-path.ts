/** The path in the zip that a relation of the part `from` names: from the top, or from the part's own folder. */
export function partPath(from: string, target: string): string {
  const path = target.replaceAll('\\', '/')
  const parts = path.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const piece of path.split('/')) {
    if (piece === '..') parts.pop()
    else if (piece !== '' && piece !== '.') parts.push(piece)
  }
  return parts.join('/')
}

/** Where the relations of a part stand. */
export function relationsPath(part: string): string {
  const slash = part.lastIndexOf('/') + 1
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
}
