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
  return (
    <>
      {findRoute(path)?.route.controls === 'all' && <PrintedQuestion view={view} />}
      {path === '/' && <Announcement view={view} />}
    </>
  )
}

/** On a phone the bar of pages is longer than the window. */
function showCurrentPage(): void {
  document.querySelector('.side [aria-current="page"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** Before somebody waits for one of them. */
function loadForms(): Promise<unknown> {
  return Promise.allSettled([
    import('./range-form.tsx'),
    import('./compare-form.tsx'),
    import('./metric-form.tsx'),
    import('./rules-form.tsx'),
    import('./filter-form.tsx'),
  ])
}
