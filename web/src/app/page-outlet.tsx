import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { ApiProblem } from '../api/api-problem.ts'
import { reach as reachService } from '../api/reach.ts'
import { t } from '../messages/shell.ts'
import { nameWindow } from '../state/name-window.ts'
import { hrefOf } from '../state/use-view.ts'
import type { View } from '../state/view.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Empty, ErrorBox, Skeleton } from '../ui/states.tsx'
import { findRoute, type Page } from './routes.ts'
import { useReach } from './use-reach.ts'

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
      () => {
        if (!current) return
        setLoaded({ path: pattern, failed: true })
        if (attempt > 0) reloadIfAnswered()
      },
    )
    return () => {
      current = false
    }
  }, [pattern, attempt])
  const failed = loaded !== undefined && 'failed' in loaded
  const reach = useReach()
  const lastReach = useRef(reach)
  useEffect(() => {
    if (failed && lastReach.current !== 'ok' && reach !== 'offline') setAttempt(attempt + 1)
    lastReach.current = reach
  }, [reach])
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
    return <ErrorBox level={1} problem={new ApiProblem('offline')} onRetry={() => setAttempt(attempt + 1)} />
  }
  return <loaded.page key={path} view={view} parameters={found.parameters} />
}

/**
 * Browsers keep that a file of the app could not be had, and after an update the old ones are gone: a new document asks
 * for them anew. Where nothing answers it would be lost as well.
 */
function reloadIfAnswered(): void {
  reachService('/api/health').then(
    () => location.reload(),
    () => undefined,
  )
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
