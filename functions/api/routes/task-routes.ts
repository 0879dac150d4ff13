import { Hono } from 'hono'
import * as z from 'zod'
import { UploadId } from '../../contract/ids.ts'
import { CheckOptions, CommitRequest, PreviewRequest, RevertRequest, Upload } from '../../contract/upload.ts'
import { requestCheck } from '../../usecases/request-check.ts'
import { requestCommit } from '../../usecases/request-commit.ts'
import { requestPreview } from '../../usecases/request-preview.ts'
import { requestRevert } from '../../usecases/request-revert.ts'
import type { ApiDeps, ApiEnv } from '../api-env.ts'
import { consentOf } from '../consent-of.ts'
import { declareRoute } from '../declare-route.ts'

const roles = ['finance', 'admin'] as const
const path = z.object({ id: UploadId })
const tag = 'Uploads'
const upload = { type: 'application/json', schema: Upload }
const answers = {
  200: { description: 'A repeat: the upload as it stands.', ...upload },
  202: { description: 'Work was begun: the upload in its new state. GET it until the state changes.', ...upload },
}

/** Closed months and four eyes. */
const refusals = ['month-closed', 'four-eyes'] as const

/** What the worker does on request: answered at once, done when the upload says so. */
export const taskRoutes = (deps: Pick<ApiDeps, 'queue' | 'now'>) =>
  new Hono<ApiEnv>()
    .post(
      '/uploads/:id/check',
      declareRoute({
        id: 'checkUpload',
        tag,
        summary: 'Check the file and stage its rows',
        description: 'Nothing visible changes. Afterwards the upload is ready, with totals and a preview, or rejected.',
        roles,
        path,
        body: CheckOptions,
        answers,
        problems: ['part-missing', 'bytes-mismatch', 'upload-state', 'conflict'],
      }),
      async (c) => {
        const input = { id: c.req.valid('param').id, options: c.req.valid('json'), by: c.var.actor.name }
        const { upload, queued } = await requestCheck({ ...deps, ...c.var }, input)
        return c.json(Upload.parse(upload), queued ? 202 : 200)
      },
    )
    .post(
      '/uploads/:id/preview',
      declareRoute({
        id: 'previewUpload',
        tag,
        summary: 'Stage a revert, or the re-commit of a reverted upload',
        description:
          'The state stays as it is. GET the upload until it has a preview with this previewAction, or a warning (recommit-conflict, revert-refused, task-failed) that says why there is none.',
        roles,
        path,
        body: PreviewRequest,
        answers,
        problems: ['upload-state', 'conflict'],
      }),
      async (c) => {
        const input = { id: c.req.valid('param').id, ...c.req.valid('json'), by: c.var.actor.name }
        const { upload, queued } = await requestPreview({ ...deps, ...c.var }, input)
        return c.json(Upload.parse(upload), queued ? 202 : 200)
      },
    )
    .post(
      '/uploads/:id/commit',
      declareRoute({
        id: 'commitUpload',
        tag,
        summary: 'Commit what a preview shows',
        description:
          'Should the books have moved so that the preview would show something else, the upload returns to ready with a new preview and the warning preview-changed.',
        roles,
        path,
        body: CommitRequest,
        answers,
        problems: [
          'upload-state',
          'upload-has-problems',
          'preview-missing',
          'preview-outdated',
          ...refusals,
          'conflict',
        ],
      }),
      async (c) => {
        const { preview, restate } = c.req.valid('json')
        const input = { id: c.req.valid('param').id, preview, ...consentOf(c.var.actor, restate) }
        const { upload, queued } = await requestCommit({ ...deps, ...c.var }, input)
        return c.json(Upload.parse(upload), queued ? 202 : 200)
      },
    )
    .post(
      '/uploads/:id/revert',
      declareRoute({
        id: 'revertUpload',
        tag,
        summary: 'Take a committed upload out of the books',
        description: 'Makes a new snapshot; nothing is deleted.',
        roles,
        path,
        body: RevertRequest,
        answers,
        problems: ['upload-state', 'preview-missing', 'preview-outdated', ...refusals, 'conflict'],
      }),
      async (c) => {
        const { preview, restate } = c.req.valid('json')
        const input = {
          id: c.req.valid('param').id,
          ...(preview === undefined ? {} : { preview }),
          ...consentOf(c.var.actor, restate),
        }
        const { upload, queued } = await requestRevert({ ...deps, ...c.var }, input)
        return c.json(Upload.parse(upload), queued ? 202 : 200)
      },
    )
