import { Hono } from 'hono'
import * as z from 'zod'
import { UploadKind } from '../../contract/upload.ts'
import { templateCsv } from '../../domain/ingest/kinds.ts'
import type { ApiEnv } from '../api-env.ts'
import { declareRoute } from '../declare-route.ts'
import { docsStyle } from '../docs/docs-style.ts'
import { renderDocs } from '../docs/render-docs.ts'
import type { OpenapiDocument } from '../openapi/openapi-document.ts'
import { Health } from './health.ts'

const html = { description: 'A page.', type: 'text/html' }

/** What needs no sign-in. `describe` is called on request, when all routes are known. */
export const publicRoutes = (describe: () => OpenapiDocument) =>
  new Hono<ApiEnv>()
    .get(
      '/api/health',
      declareRoute({
        id: 'getHealth',
        tag: 'Start',
        summary: 'Whether the service answers',
        roles: 'public',
        answers: { 200: { description: 'It does.', type: 'application/json', schema: Health } },
      }),
      (c) => c.json(Health.parse({ status: 'ok' }), 200, { 'Cache-Control': 'no-store' }),
    )
    .get(
      '/api/templates/:kind',
      declareRoute({
        id: 'getTemplate',
        tag: 'Start',
        summary: 'An empty CSV file with the columns of a kind',
        roles: 'public',
        path: z.object({ kind: UploadKind }),
        answers: { 200: { description: 'A header line to fill below.', type: 'text/csv' } },
      }),
      (c) => {
        const { kind } = c.req.valid('param')
        c.header('Content-Type', 'text/csv; charset=utf-8')
        c.header('Content-Disposition', `attachment; filename="tierwise-${kind}.csv"`)
        return c.body(templateCsv(kind), 200)
      },
    )
    .get(
      '/api/openapi.json',
      declareRoute({
        id: 'getOpenapi',
        tag: 'Start',
        summary: 'This description, as OpenAPI 3.1',
        roles: 'public',
        answers: { 200: { description: 'An OpenAPI document.', type: 'application/json' } },
      }),
      (c) => c.body(JSON.stringify(describe()), 200, { 'Content-Type': 'application/json' }),
    )
    .get(
      '/api/docs',
      declareRoute({
        id: 'getDocs',
        tag: 'Start',
        summary: 'This description, to read',
        roles: 'public',
        answers: { 200: html },
      }),
      (c) => c.html(renderDocs(describe(), new URL(c.req.url).origin), 200),
    )
    .get(
      '/api/docs.css',
      declareRoute({
        id: 'getDocsStyle',
        tag: 'Start',
        summary: 'How these pages look',
        roles: 'public',
        answers: { 200: { description: 'A style sheet.', type: 'text/css' } },
      }),
      (c) => c.body(docsStyle, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'no-cache' }),
    )
