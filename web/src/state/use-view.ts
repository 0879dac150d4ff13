import { useMemo } from 'preact/hooks'
import { here, navigate, usePlace } from './router.ts'
import type { View } from './view.ts'
import { readView, viewParameters, writeView } from './view-url.ts'

/** The view in the address bar. Read anew where the address changes; the same object while it does not. */
export function useView(): View {
  const { search } = usePlace()
  return useMemo(() => readView(search), [search])
}

/** Changes a part of the view and keeps the page and what the page has put into the address. */
export function changeView(change: Partial<View>, options: { replace?: boolean } = {}): void {
  const { path, search } = here()
  const own = new URLSearchParams(search)
  for (const name of [...viewParameters, 'v']) own.delete(name)
  navigate(path + joinSearch(writeView({ ...readView(search), ...change }), own.toString()), options)
}

/** Address of another page with the same view; `parameters` are that page's own. */
export function hrefOf(path: string, view: View, parameters: Record<string, string> = {}): string {
  return path + joinSearch(writeView(view), new URLSearchParams(parameters).toString())
}

/**
 * A page's own part of the address (sorting, searching), as texts. Names must differ from the view's. Defaults stay
 * out of the address.
 */
export function usePageParameters<T extends Record<string, string>>(
  defaults: T,
): [T, (change: Partial<T>, options?: { replace?: boolean }) => void] {
  const { search } = usePlace()
  const found = new URLSearchParams(search)
  const values = Object.fromEntries(Object.entries(defaults).map(([name, value]) => [name, found.get(name) ?? value]))
  const change = (patch: Partial<T>, options: { replace?: boolean } = {}): void => {
    const place = here()
    const next = new URLSearchParams(place.search)
    for (const [name, value] of Object.entries(patch)) {
      if (value === undefined || value === defaults[name]) next.delete(name)
      else next.set(name, value)
    }
    navigate(place.path + joinSearch('', next.toString()), options)
  }
  return [values as T, change]
}

function joinSearch(viewSearch: string, own: string): string {
  if (own === '') return viewSearch
  return viewSearch === '' ? `?${own}` : `${viewSearch}&${own}`
}
