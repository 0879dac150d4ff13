import { Hono } from 'hono'
import * as z from 'zod'
import { CellPatchList, LinesQuery, UploadLines } from '../../contract/cell-patch.ts'
import { UploadId } from '../../contract/ids.ts'
import { ProblemList } from '../../contract/problem.ts'
import { ReadingAnswer } from '../../contract/reading.ts'
import { CheckOptions, NewUpload, Upload, UploadFilter, UploadList } from '../../contract/upload.ts'
import { UploadRowList, UploadRowsQuery, UploadTotals } from '../../contract/upload-rows.ts'
import { cancelUpload } from '../../usecases/cancel-upload.ts'
import { createUpload } from '../../usecases/create-upload.ts'
import { listPatches } from '../../usecases/list-patches.ts'
import { listProblems } from '../../usecases/list-problems.ts'
import { listUploadRows } from '../../usecases/list-upload-rows.ts'
import { listUploads } from '../../usecases/list-uploads.ts'
import { showCheckOptions } from '../../usecases/show-check-options.ts'
import { showLines } from '../../usecases/show-lines.ts'
import { showReading } from '../../usecases/show-reading.ts'
import { showUpload } from '../../usecases/show-upload.ts'
import { totalUpload } from '../../usecases/total-upload.ts'
import type { ApiDeps, ApiEnv } from '../api-env.ts'
import { declareRoute } from '../declare-route.ts'
import { numberedPageQuery, pageQuery } from '../read-input.ts'

const roles = ['finance', 'admin'] as const
const json = 'application/json'
const path = z.object({ id: UploadId })
const uploadsPage = pageQuery.extend({ ...UploadFilter.shape, cursor: z.exactOptional(UploadId) })

export const uploadRoutes = (deps: Pick<ApiDeps, 'now' | 'newId'>) =>
  new Hono<ApiEnv>()
    .post(
      '/uploads',
      declareRoute({
        id: 'createUpload',
        tag: 'Uploads',
        summary: 'Announce a file',
        description: 'Then PUT its parts in any order, ask for a check, and commit the preview that the check shows.',
        roles,
        body: NewUpload,
        answers: {
          201: {
            description: 'The upload, ready to receive parts.',
            type: json,
            schema: Upload,
            headers: { Location: 'Path of the upload.' },
          },
        },
        problems: ['upload-too-large', 'replaced-not-committed'],
      }),
      async (c) => {
        const input = { ...c.req.valid('json'), by: c.var.actor.name }
        const upload = await createUpload({ books: c.var.books, ...deps }, input)
        c.header('Location', `/api/w/${c.var.workspace}/uploads/${upload.id}`)
        return c.json(Upload.parse(upload), 201)
      },
    )
    .get(
      '/uploads',
      declareRoute({
        id: 'listUploads',
        tag: 'Uploads',
        summary: 'Uploads, newest first',
        roles,
        query: uploadsPage,
        answers: { 200: { description: 'One page of uploads.', type: json, schema: UploadList } },
      }),
      async (c) => c.json(UploadList.parse(await listUploads({ books: c.var.books }, c.req.valid('query'))), 200),
    )
    .get(
      '/uploads/:id',
      declareRoute({
        id: 'getUpload',
        tag: 'Uploads',
        summary: 'One upload and what became of it',
        roles,
        path,
        answers: { 200: { description: 'The upload.', type: json, schema: Upload } },
      }),
      async (c) => c.json(Upload.parse(await showUpload({ books: c.var.books }, c.req.valid('param').id)), 200),
    )
    .get(
      '/uploads/:id/problems',
      declareRoute({
        id: 'listProblems',
        tag: 'Uploads',
        summary: 'What the last check found wrong, by cause, and by line and column',
        roles,
        path,
        query: numberedPageQuery,
        answers: { 200: { description: 'One page of problems.', type: json, schema: ProblemList } },
      }),
      async (c) => {
        const input = { id: c.req.valid('param').id, ...c.req.valid('query') }
        return c.json(ProblemList.parse(await listProblems({ books: c.var.books }, input)), 200)
      },
    )
    .get(
      '/uploads/:id/reading',
      declareRoute({
        id: 'getReading',
        tag: 'Uploads',
        summary: 'How the last check understood the file',
        description:
          'Its dialect, tables, columns and totals, what was decided, and what has to be said before it is loaded: answer with `reading` in the next check.',
        roles,
        path,
        answers: { 200: { description: 'The reading.', type: json, schema: ReadingAnswer } },
      }),
      async (c) => {
        const reading = await showReading({ books: c.var.books }, c.req.valid('param').id)
        return c.json(ReadingAnswer.parse({ reading }), 200)
      },
    )
    .get(
      '/uploads/:id/rows',
      declareRoute({
        id: 'listUploadRows',
        tag: 'Uploads',
        summary: 'The rows that are new, recorded already, corrections (with what they replace), or left out',
        roles,
        path,
        query: UploadRowsQuery,
        answers: { 200: { description: 'One page of rows.', type: json, schema: UploadRowList } },
        problems: ['upload-state'],
      }),
      async (c) => {
        const input = { id: c.req.valid('param').id, ...c.req.valid('query') }
        return c.json(UploadRowList.parse(await listUploadRows({ books: c.var.books }, input)), 200)
      },
    )
    .get(
      '/uploads/:id/lines',
      declareRoute({
        id: 'showLines',
        tag: 'Uploads',
        summary: 'Lines of the file, cell by cell, as they are',
        description: 'To mend one, send `patches` in the next check, with what stands there as `old`.',
        roles,
        path,
        query: LinesQuery,
        answers: { 200: { description: 'The lines that the file has.', type: json, schema: UploadLines } },
        problems: ['upload-state'],
      }),
      async (c) => {
        const lines = c.req.valid('query').lines.split(',').map(Number)
        const shown = await showLines({ books: c.var.books }, { id: c.req.valid('param').id, lines })
        return c.json(UploadLines.parse(shown), 200)
      },
    )
    .get(
      '/uploads/:id/patches',
      declareRoute({
        id: 'listPatches',
        tag: 'Uploads',
        summary: 'Cells that were mended by hand, with who did it and when',
        roles,
        path,
        answers: { 200: { description: 'What is read in place of cells.', type: json, schema: CellPatchList } },
      }),
      async (c) => {
        const patches = await listPatches({ books: c.var.books }, c.req.valid('param').id)
        return c.json(CellPatchList.parse(patches), 200)
      },
    )
    .get(
      '/uploads/:id/totals',
      declareRoute({
        id: 'totalUpload',
        tag: 'Uploads',
        summary: 'Control totals by month and by campaign',
        roles,
        path,
        answers: {
          200: { description: 'Sums of the accepted rows in their own currency.', type: json, schema: UploadTotals },
        },
        problems: ['upload-state'],
      }),
      async (c) => c.json(UploadTotals.parse(await totalUpload({ books: c.var.books }, c.req.valid('param').id)), 200),
    )
    .get(
      '/uploads/:id/options',
      declareRoute({
        id: 'getCheckOptions',
        tag: 'Uploads',
        summary: 'With what an upload was last checked',
        description: 'A check starts from nothing: to change one thing and keep the rest, send these with the change.',
        roles,
        path,
        answers: { 200: { description: 'The options of its last check.', type: json, schema: CheckOptions } },
      }),
      async (c) => {
        const options = await showCheckOptions({ books: c.var.books }, c.req.valid('param').id)
        return c.json(CheckOptions.parse(options), 200)
      },
    )
    .post(
      '/uploads/:id/cancel',
      declareRoute({
        id: 'cancelUpload',
        tag: 'Uploads',
        summary: 'Give an upload up before it is committed',
        roles,
        path,
        answers: { 200: { description: 'The upload, cancelled.', type: json, schema: Upload } },
        problems: ['upload-state', 'conflict'],
      }),
      async (c) => c.json(Upload.parse(await cancelUpload({ books: c.var.books }, c.req.valid('param').id)), 200),
    )
