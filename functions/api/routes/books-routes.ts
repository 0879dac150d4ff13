import { Hono } from 'hono'
import { stream } from 'hono/streaming'
import * as z from 'zod'
import { ProblemDetails } from '../../contract/problem.ts'
import { SnapshotDiff, SnapshotList, Verification } from '../../contract/snapshot.ts'
import { diffSnapshots } from '../../usecases/diff-snapshots.ts'
import { listSnapshots } from '../../usecases/list-snapshots.ts'
import { verifyBooks } from '../../usecases/verify-books.ts'
import { toProblem } from '../answer-problem.ts'
import type { ApiDeps, ApiEnv } from '../api-env.ts'
import { declareRoute } from '../declare-route.ts'
import { numberedPageQuery } from '../read-input.ts'
import { VerifyLine } from '../verify-line.ts'

const json = 'application/json'
const number = z.int().min(0)

export const booksRoutes = (deps: Pick<ApiDeps, 'log'>) =>
  new Hono<ApiEnv>()
    .get(
      '/snapshots',
      declareRoute({
        id: 'listSnapshots',
        tag: 'Books',
        summary: 'Every state that the books have had, newest first',
        roles: ['executive', 'finance', 'admin'],
        query: numberedPageQuery,
        answers: { 200: { description: 'One page of snapshots.', type: json, schema: SnapshotList } },
      }),
      async (c) => c.json(SnapshotList.parse(await listSnapshots({ books: c.var.books }, c.req.valid('query'))), 200),
    )
    .get(
      '/snapshots/:n/diff/:m',
      declareRoute({
        id: 'diffSnapshots',
        tag: 'Books',
        summary: 'What changed between two snapshots',
        roles: ['executive', 'finance', 'admin'],
        path: z.object({ n: number, m: number }),
        answers: {
          200: { description: 'What stands in m and not in n, and the reverse.', type: json, schema: SnapshotDiff },
        },
      }),
      async (c) => {
        const { n, m } = c.req.valid('param')
        return c.json(SnapshotDiff.parse(await diffSnapshots({ books: c.var.books }, n, m)), 200)
      },
    )
    .post(
      '/verify',
      declareRoute({
        id: 'verifyBooks',
        tag: 'Books',
        summary: 'Rebuild the books from the originals and compare',
        description:
          'One JSON value a line: progress while it runs; the last line is the verification, or problem details.',
        roles: ['finance', 'admin'],
        answers: { 200: { description: 'Lines of JSON.', type: 'application/x-ndjson', schema: VerifyLine } },
      }),
      (c) => {
        c.header('Content-Type', 'application/x-ndjson')
        c.header('Cache-Control', 'no-store')
        const { books } = c.var
        const request = `${c.req.method} ${c.req.path}`
        return stream(c, async (out) => {
          const send = (line: unknown) => out.write(`${JSON.stringify(line)}\n`)
          try {
            const onProgress = (progress: { done: number; total: number; what: string }) => void send(progress)
            await send(Verification.parse(await verifyBooks({ books, onProgress })))
          } catch (error) {
            // The status has gone out already: the last line says what failed.
            await send(ProblemDetails.parse(toProblem(deps, error, request)))
          }
        })
      },
    )
