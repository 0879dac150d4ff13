import { type RouteSpec, specOf } from './declare-route.ts'

export type DescribedRoute = { method: string; path: string; spec: RouteSpec }

/** Every route of the app with what it declares. Throws for one without: an undeclared route has no policy. */
export function describeRoutes(routes: { method: string; path: string; handler: object }[]): DescribedRoute[] {
  const found = new Map<string, DescribedRoute | undefined>()
  for (const { method, path, handler } of routes) {
    // Middleware for whole branches is registered under every method and answers nothing itself.
    if (method === 'ALL') continue
    const key = `${method} ${path}`
    const spec = specOf(handler)
    if (spec) found.set(key, { method, path, spec })
    else if (!found.has(key)) found.set(key, undefined)
  }
  return [...found].map(([key, route]) => {
    if (!route) throw new Error(`${key} declares no policy: begin it with declareRoute`)
    return route
  })
}
