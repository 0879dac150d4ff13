import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { ApiProblem } from '../api/api-problem.ts'
import { t } from '../messages/shell.ts'
import { nameWindow } from '../state/name-window.ts'
import { hrefOf } from '../state/use-view.ts'
import type { View } from '../state/view.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Empty, ErrorBox, Skeleton } from '../ui/states.tsx'
import { findRoute, type Page } from './routes.ts'

type Loaded = { path: string; page: Page } | { path: string; failed: true }

/** The page of a path, loaded when it is first needed. Tells the window's title and, after a move, the screen reader. */
export function PageOutlet({ path, view }: { path: string; view: View }) {
  const found = findRoute(path)
  const pattern = found?.route.path ?? ''
  const [loaded, setLoaded] = useState<Loaded>()
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    if (!found) return
    let current = true
    found.route.load().then(
      (page) => current && setLoaded({ path: pattern, page }),
      () => current && setLoaded({ path: pattern, failed: true }),
    )
    return () => {
      current = false
    }
  }, [pattern, attempt])
  useTitle(found?.route.title ?? t('titleUnknown'), path)
  if (!found) {
    return (
      <Empty
        level={1}
        title={t('titleUnknown')}
        action={<ButtonLink href={hrefOf('/', view)}>{t('toOverview')}</ButtonLink>}
      >
        {t('unknownPage')}
      </Empty>
    )
  }
  if (loaded?.path !== pattern) return <Skeleton />
  if ('failed' in loaded) {
    // After an update the old pages are gone: loading again finds the new ones.
    return <ErrorBox level={1} problem={new ApiProblem('offline')} onRetry={() => setAttempt(attempt + 1)} />
  }
  return <loaded.page key={path} view={view} parameters={found.parameters} />
}

function useTitle(title: string, path: string): void {
  const first = useRef(true)
  // Before the effects of the page itself, which may know a better one.
  useLayoutEffect(() => nameWindow(title), [path])
  useEffect(() => {
    if (first.current) first.current = false
    else document.getElementById('content')?.focus({ preventScroll: true })
  }, [path])
}
