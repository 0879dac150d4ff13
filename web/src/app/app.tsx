import { useEffect } from 'preact/hooks'
import { forgetAnswers } from '../api/answer-store.ts'
import { onSession } from '../api/session.ts'
import { t } from '../messages/shell.ts'
import { followLinks, usePlace } from '../state/router.ts'
import { useView } from '../state/use-view.ts'
import { lazy } from '../ui/lazy.tsx'
import { Brand, Navigation } from './navigation.tsx'
import { Notices } from './notices.tsx'
import { PageOutlet } from './page-outlet.tsx'
import { findRoute } from './routes.ts'
import { RoleSwitch, ThemeSwitch } from './settings.tsx'
import { BooksLine, PlainBar, TopBar } from './top-bar.tsx'
import { useFollowBooks } from './use-follow-books.ts'
import { useSession } from './use-session.ts'
import { ViewsControl } from './views-control.tsx'

const Late = lazy(() => whenIdle().then(() => import('./late.tsx').then((m) => m.Late)))

/** The frame of every page: who and where, what is asked, what has to be known first, and the page itself. */
export function App() {
  const { path } = usePlace()
  const view = useView()
  const role = useSession()?.role
  const controls = findRoute(path)?.route.controls ?? 'none'
  useFollowBooks(view)
  useEffect(() => onSession(forgetAnswers), [])
  useEffect(() => {
    document.addEventListener('click', followLinks)
    return () => document.removeEventListener('click', followLinks)
  }, [])
  return (
    <>
      <a class="skip-link" href="#content">
        {t('skip')}
      </a>
      <div class="shell">
        <header class="side">
          <Brand view={view} />
          <Navigation path={path} view={view} role={role} />
          <div class="side-foot">
            <ViewsControl view={view} />
            <ThemeSwitch />
            <RoleSwitch />
          </div>
        </header>
        <div class="content">
          <section class="phone-head" aria-label={t('brand')}>
            <Brand view={view} />
            <RoleSwitch />
          </section>
          <div class="page">
            <Late view={view} path={path} />
            {controls === 'none' ? <PlainBar view={view} /> : <TopBar view={view} narrow={controls === 'scope'} />}
            <Notices view={view} controls={controls} />
            <main id="content" tabIndex={-1}>
              <PageOutlet path={path} view={view} />
            </main>
          </div>
          <footer class="phone-foot">
            <BooksLine view={view} />
            <ThemeSwitch />
          </footer>
        </div>
      </div>
    </>
  )
}

function whenIdle(): Promise<unknown> {
  return new Promise((resolve) => (globalThis.requestIdleCallback ?? setTimeout)(resolve))
}
