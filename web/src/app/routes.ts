import type { ComponentType } from 'preact'
import type { Role } from '../api/session.ts'
import { t } from '../messages/shell.ts'
import { matchPath } from '../state/router.ts'
import type { View } from '../state/view.ts'
import type { IconName } from '../ui/icon.tsx'

export type PageProps = {
  view: View
  /** The parts of the path: `id` of `/campaigns/:id`. */
  parameters: Record<string, string>
}

export type Page = ComponentType<PageProps>

type Route = {
  path: string
  /** Of the window, and of a page that names nothing better. */
  title: string
  load: () => Promise<Page>
  /** In the navigation; pages below a list have none. */
  nav?: { icon: IconName; group?: 'finance'; roles?: readonly Role[] }
  /** Which of the bar's controls mean something here; `scope`: neither a metric nor a compared range. */
  controls: 'all' | 'scope' | 'none'
}

const money: readonly Role[] = ['finance', 'admin']

/** Every page, loaded when it is first opened. A page is a component exported by name from a file of its own. */
export const routes: readonly Route[] = [
  {
    path: '/',
    title: t('navOverview'),
    load: () => {
      // Beside the page's own chunk, not after it.
      void import('../charts/mount-chart.ts')
      return import('../pages/overview/overview-page.tsx').then((m) => m.OverviewPage)
    },
    nav: { icon: 'overview' },
    controls: 'all',
  },
  {
    path: '/claims',
    title: t('navClaims'),
    load: () => import('../pages/claims/claims-page.tsx').then((m) => m.ClaimsPage),
    nav: { icon: 'claims' },
    controls: 'scope',
  },
  {
    path: '/campaigns',
    title: t('navCampaigns'),
    load: () => import('../pages/campaigns/campaigns-page.tsx').then((m) => m.CampaignsPage),
    nav: { icon: 'campaigns', roles: money },
    controls: 'all',
  },
  {
    path: '/campaigns/:id',
    title: t('titleCampaign'),
    load: () => import('../pages/campaigns/campaign-page.tsx').then((m) => m.CampaignPage),
    controls: 'all',
  },
  {
    path: '/creators',
    title: t('navCreators'),
    load: () => import('../pages/creators/creators-page.tsx').then((m) => m.CreatorsPage),
    nav: { icon: 'creators', roles: money },
    controls: 'all',
  },
  {
    path: '/creators/:id',
    title: t('titleCreator'),
    load: () => import('../pages/creators/creator-page.tsx').then((m) => m.CreatorPage),
    controls: 'all',
  },
  {
    path: '/planner',
    title: t('navPlanner'),
    load: () => import('../pages/planner/planner-page.tsx').then((m) => m.PlannerPage),
    nav: { icon: 'planner' },
    controls: 'all',
  },
  {
    path: '/compare',
    title: t('titleCompare'),
    load: () => import('../pages/compare/compare-page.tsx').then((m) => m.ComparePage),
    controls: 'all',
  },
  {
    path: '/how-we-know',
    title: t('navHow'),
    load: () => import('../pages/how/how-page.tsx').then((m) => m.HowPage),
    nav: { icon: 'how' },
    controls: 'all',
  },
  {
    path: '/uploads',
    title: t('navUploads'),
    load: () => import('../pages/uploads/uploads-page.tsx').then((m) => m.UploadsPage),
    nav: { icon: 'uploads', group: 'finance', roles: money },
    controls: 'none',
  },
  {
    path: '/uploads/mappings',
    title: t('titleMappings'),
    load: () => import('../pages/mappings/mappings-page.tsx').then((m) => m.MappingsPage),
    controls: 'none',
  },
  {
    path: '/uploads/mappings/:id',
    title: t('titleMapping'),
    load: () => import('../pages/mappings/mapping-page.tsx').then((m) => m.MappingPage),
    controls: 'none',
  },
  {
    path: '/uploads/:id',
    title: t('titleUpload'),
    load: () => import('../pages/uploads/upload-page.tsx').then((m) => m.UploadPage),
    controls: 'none',
  },
  {
    path: '/who-is-who',
    title: t('navMatching'),
    load: () => import('../pages/matching/who-is-who-page.tsx').then((m) => m.WhoIsWhoPage),
    nav: { icon: 'matching', group: 'finance', roles: money },
    controls: 'none',
  },
  {
    path: '/months',
    title: t('navMonths'),
    load: () => import('../pages/closing/months-page.tsx').then((m) => m.MonthsPage),
    nav: { icon: 'calendar', group: 'finance', roles: money },
    controls: 'none',
  },
  {
    path: '/snapshots',
    title: t('navSnapshots'),
    load: () => import('../pages/snapshots/snapshots-page.tsx').then((m) => m.SnapshotsPage),
    nav: { icon: 'snapshots', group: 'finance' },
    controls: 'none',
  },
  {
    path: '/snapshots/:before/diff/:after',
    title: t('titleDiff'),
    load: () => import('../pages/snapshots/diff-page.tsx').then((m) => m.DiffPage),
    controls: 'none',
  },
  {
    path: '/settings',
    title: t('navSettings'),
    load: () => import('../pages/closing/settings-page.tsx').then((m) => m.SettingsPage),
    nav: { icon: 'settings', group: 'finance', roles: money },
    controls: 'none',
  },
  {
    path: '/changes/:id',
    title: t('titleChange'),
    load: () => import('../pages/closing/change-page.tsx').then((m) => m.ChangePage),
    controls: 'none',
  },
]

export function findRoute(path: string): { route: Route; parameters: Record<string, string> } | null {
  for (const route of routes) {
    const parameters = matchPath(route.path, path)
    if (parameters) return { route, parameters }
  }
  return null
}

/** Whether the navigation stands on this page, or on one below it. */
export function isUnder(route: Pick<Route, 'path'>, path: string): boolean {
  return route.path === '/' ? path === '/' : path === route.path || path.startsWith(`${route.path}/`)
}
