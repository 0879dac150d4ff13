import { useEffect } from 'preact/hooks'
import '../styles/forced-colors.css'
import '../styles/print.css'
import type { View } from '../state/view.ts'
import { Announcement } from './announcement.tsx'
import { guardDrops } from './guard-drops.ts'
import { keepPlaces } from './keep-places.ts'
import { PrintedQuestion } from './printed-question.tsx'
import { findRoute } from './routes.ts'
import { watchPrint } from './watch-print.ts'

/** What every page has and none needs to be drawn: it loads when the browser has nothing else to do. */
export function Late({ view, path }: { view: View; path: string }) {
  useEffect(watchPrint, [])
  useEffect(keepPlaces, [])
  useEffect(guardDrops, [])
  useEffect(() => void loadForms(), [])
  useEffect(showCurrentPage, [path])
  const controls = findRoute(path)?.route.controls ?? 'none'
  return (
    <>
      {controls !== 'none' && <PrintedQuestion view={view} narrow={controls === 'scope'} />}
      {path === '/' && <Announcement view={view} />}
    </>
  )
}

/**
 * On a phone the bar of pages is longer than the window. Only the bar is scrolled: `scrollIntoView` would also move the
 * place from which Tab goes on, past the link that skips to the content.
 */
function showCurrentPage(): void {
  const link = document.querySelector('.side [aria-current="page"]')
  const bar = link?.closest('nav')
  if (!link || !bar) return
  const [linkBox, barBox] = [link.getBoundingClientRect(), bar.getBoundingClientRect()]
  if (linkBox.left < barBox.left) bar.scrollBy(linkBox.left - barBox.left, 0)
  else if (linkBox.right > barBox.right) bar.scrollBy(linkBox.right - barBox.right, 0)
}

/** Before somebody waits for one of them. */
function loadForms(): Promise<unknown> {
  return Promise.allSettled([
    import('./range-form.tsx'),
    import('./compare-form.tsx'),
    import('./metric-form.tsx'),
    import('./rules-form.tsx'),
    import('./filter-form.tsx'),
    import('../pages/views/views-form.tsx'),
  ])
}
