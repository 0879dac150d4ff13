import { useEffect, useState } from 'preact/hooks'

export type Place = { path: string; search: string }

const moved = new EventTarget()

export function here(): Place {
  return { path: location.pathname, search: location.search }
}

/** Goes to a page of the app. `replace` leaves no step to go back to: for changes that nobody would undo one by one. */
export function navigate(href: string, options: { replace?: boolean } = {}): void {
  const target = new URL(href, location.href)
  if (target.href === location.href) return
  const samePage = target.pathname === location.pathname
  if (options.replace) history.replaceState(history.state, '', target)
  // A name of its own for each step, under which its place on the page is kept.
  else history.pushState(Math.random(), '', target)
  if (!samePage) scrollTo(0, 0)
  moved.dispatchEvent(new Event('move'))
}

export function usePlace(): Place {
  const [place, setPlace] = useState(here)
  useEffect(() => {
    const update = () => setPlace((last) => (isSame(last, here()) ? last : here()))
    // Somebody may have moved after the first drawing and before this.
    update()
    moved.addEventListener('move', update)
    addEventListener('popstate', update)
    return () => {
      moved.removeEventListener('move', update)
      removeEventListener('popstate', update)
    }
  }, [])
  return place
}

const isSame = (a: Place, b: Place): boolean => a.path === b.path && a.search === b.search

/** Links to the app's own pages move without loading; what asks for a new window or a file is left to the browser. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null
  if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin) return
  if (link.target !== '' || link.hasAttribute('download') || link.pathname.startsWith('/api/')) return
  if (link.hash !== '' && link.pathname === location.pathname && link.search === location.search) return
  event.preventDefault()
  navigate(link.href)
}

/** The parameters of a path like `/campaigns/:id`, or null if it does not fit. */
export function matchPath(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/')
  const found = path.replace(/(.)\/$/, '$1').split('/')
  if (wanted.length !== found.length) return null
  const parameters: Record<string, string> = {}
  for (const [at, part] of wanted.entries()) {
    const value = found[at] ?? ''
    if (!part.startsWith(':')) {
      if (part !== value) return null
    } else if (value === '') return null
    else parameters[part.slice(1)] = decode(value)
  }
  return parameters
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
