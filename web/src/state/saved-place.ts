import type { Place } from './router.ts'
import { defaultView } from './view.ts'

/** What is kept apart from the search, or not at all. */
const apart = ['workspace', 'snapshot', 'preview', 'v']

/** The search of an address as a saved view keeps it: without workspace and state of the books. */
export function searchToSave(search: string): string {
  const parameters = new URLSearchParams(search)
  for (const name of apart) parameters.delete(name)
  return parameters.toString()
}

/** The address that a saved view stands for. */
export function savedHref({ path, search, snapshot }: Place & { snapshot: number | null }, workspace: string): string {
  const parameters = new URLSearchParams(search)
  if (workspace !== defaultView.workspace) parameters.set('workspace', workspace)
  if (snapshot !== null) parameters.set('snapshot', String(snapshot))
  return parameters.size === 0 ? path : `${path}?${parameters}`
}
