import type { Role } from '../api/session.ts'
import { t } from '../messages/shell.ts'
import { hrefOf } from '../state/use-view.ts'
import type { View } from '../state/view.ts'
import { Icon } from '../ui/icon.tsx'
import { isUnder, routes } from './routes.ts'

type NavigationProps = { path: string; view: View; role: Role | undefined }

export function Brand({ view }: { view: View }) {
  return (
    <a class="brand" href={hrefOf('/', view)}>
      <svg width="26" height="20" viewBox="0 0 26 20" aria-hidden="true" focusable="false">
        <circle cx="5" cy="13" r="4.5" class="mark-micro" />
        <path d="M17 1l8 9-8 9-8-9z" class="mark-macro" />
      </svg>
      {t('brand')}
    </a>
  )
}

/** A column at the side; on phones the same list is a bar at the bottom. */
export function Navigation({ path, view, role }: NavigationProps) {
  // Until the first answer says who is asking, what everybody may see.
  const seen = routes.filter(({ nav }) => nav && (!nav.roles || nav.roles.includes(role ?? 'executive')))
  const items = (group: 'finance' | undefined) =>
    seen
      .filter(({ nav }) => nav?.group === group)
      .map((route) => (
        <li key={route.path}>
          <a class="nav-link" href={hrefOf(route.path, view)} aria-current={isUnder(route, path) ? 'page' : undefined}>
            <Icon name={route.nav?.icon ?? 'overview'} />
            {route.title}
          </a>
        </li>
      ))
  return (
    <nav aria-label={t('pages')}>
      <ul class="nav-list">{items(undefined)}</ul>
      <p class="nav-group" id="nav-finance">
        {t('navFinance')}
      </p>
      <ul class="nav-list" aria-labelledby="nav-finance">
        {items('finance')}
      </ul>
    </nav>
  )
}
