import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { answerProblem, answerUnknownPath } from './answer-problem.ts'
import type { ApiDeps, ApiEnv } from './api-env.ts'
import { describeRoutes } from './describe-routes.ts'
import { openWorkspace } from './open-workspace.ts'
import { buildOpenapi } from './openapi/build-openapi.ts'
import type { OpenapiDocument } from './openapi/openapi-document.ts'
import { balanceRoutes } from './routes/balance-routes.ts'
import { booksRoutes } from './routes/books-routes.ts'
import { changeRoutes } from './routes/change-routes.ts'
import { creatorRoutes } from './routes/creator-routes.ts'
import { localRoutes } from './routes/local-routes.ts'
import { mappingRoutes } from './routes/mapping-routes.ts'
import { matchRoutes } from './routes/match-routes.ts'
import { partRoutes } from './routes/part-routes.ts'
import { planRoutes } from './routes/plan-routes.ts'
import { publicRoutes } from './routes/public-routes.ts'
import { reportRoutes } from './routes/report-routes.ts'
import { sampleRoutes } from './routes/sample-routes.ts'
import { scenarioRoutes } from './routes/scenario-routes.ts'
import { taskRoutes } from './routes/task-routes.ts'
import { uploadRoutes } from './routes/upload-routes.ts'
import { viewRoutes } from './routes/view-routes.ts'

export type AppType = ReturnType<typeof createApp>
/** What a laptop serves besides. */
export type LocalAppType = ReturnType<typeof localRoutes>

/** The whole API. Throws if a route declares no policy, so that such an app never serves. */
export function createApp(deps: ApiDeps) {
  let document: OpenapiDocument | undefined
  const app = new Hono<ApiEnv>()
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    }),
  )
  app.onError(answerProblem(deps))
  app.notFound(answerUnknownPath(deps))
  app.use('/api/w/:workspace/*', openWorkspace(deps))
  const served = app
    .route(
      '/',
      publicRoutes(() => {
        document ??= buildOpenapi(describeRoutes(app.routes))
        return document
      }),
    )
    .route('/api/w/:workspace', uploadRoutes(deps))
    .route('/api/w/:workspace', partRoutes())
    .route('/api/w/:workspace', taskRoutes(deps))
    .route('/api/w/:workspace', reportRoutes())
    .route('/api/w/:workspace', booksRoutes(deps))
    .route('/api/w/:workspace', changeRoutes(deps))
    .route('/api/w/:workspace', balanceRoutes())
    .route('/api/w/:workspace', sampleRoutes(deps))
    .route('/api/w/:workspace', matchRoutes(deps))
    .route('/api/w/:workspace', mappingRoutes(deps))
    .route('/api/w/:workspace', planRoutes())
    .route('/api/w/:workspace', scenarioRoutes(deps))
    .route('/api/w/:workspace', creatorRoutes(deps))
    .route('/api/w/:workspace', viewRoutes(deps))
  if (deps.devSessions) app.route('/', localRoutes(deps.devSessions))
  describeRoutes(app.routes)
  return served
}
