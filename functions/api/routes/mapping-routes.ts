import { Hono } from 'hono'
import * as z from 'zod'
import { FileMapping, MappingEdit, MappingId, MappingList, NewMapping } from '../../contract/mapping.ts'
import { editMapping } from '../../usecases/edit-mapping.ts'
import { forgetMapping } from '../../usecases/forget-mapping.ts'
import { listMappings } from '../../usecases/list-mappings.ts'
import { saveMapping } from '../../usecases/save-mapping.ts'
import { showMapping } from '../../usecases/show-mapping.ts'
import type { ApiDeps, ApiEnv } from '../api-env.ts'
import { declareRoute } from '../declare-route.ts'

const roles = ['finance', 'admin'] as const
const tag = 'Uploads'
const path = z.object({ id: MappingId })
const mapping = { type: 'application/json', schema: FileMapping }

/** What was said about files of one shape, to be applied to the next. */
export const mappingRoutes = (deps: Pick<ApiDeps, 'now'>) =>
  new Hono<ApiEnv>()
    .get(
      '/mappings',
      declareRoute({
        id: 'listMappings',
        tag,
        summary: 'Remembered mappings, by name',
        roles,
        answers: { 200: { description: 'All of them.', type: 'application/json', schema: MappingList } },
      }),
      async (c) => c.json(MappingList.parse({ mappings: await listMappings(c.var) }), 200),
    )
    .post(
      '/mappings',
      declareRoute({
        id: 'saveMapping',
        tag,
        summary: 'Remember how an upload was read',
        description: 'A commit does so by itself where something was said of the file; of each shape there is one.',
        roles,
        body: NewMapping,
        answers: { 201: { description: 'The mapping.', ...mapping } },
        problems: ['upload-state', 'too-many-mappings', 'conflict'],
      }),
      async (c) => {
        const saved = await saveMapping({ ...deps, ...c.var }, c.req.valid('json'), c.var.actor.name)
        return c.json(FileMapping.parse(saved), 201)
      },
    )
    .get(
      '/mappings/:id',
      declareRoute({
        id: 'getMapping',
        tag,
        summary: 'One remembered mapping',
        roles,
        path,
        answers: { 200: { description: 'The mapping.', ...mapping } },
      }),
      async (c) => c.json(FileMapping.parse(await showMapping(c.var, c.req.valid('param').id)), 200),
    )
    .put(
      '/mappings/:id',
      declareRoute({
        id: 'editMapping',
        tag,
        summary: 'Rename a mapping, or change its columns, values and answers',
        description: 'For the next files: what was read by it stays. What the body leaves out stays too.',
        roles,
        path,
        body: MappingEdit,
        answers: { 200: { description: 'The mapping, in its next version.', ...mapping } },
        problems: ['conflict'],
      }),
      async (c) => {
        const edit = { ...c.req.valid('json'), ...c.req.valid('param') }
        return c.json(FileMapping.parse(await editMapping({ ...deps, ...c.var }, edit, c.var.actor.name)), 200)
      },
    )
    .delete(
      '/mappings/:id',
      declareRoute({
        id: 'forgetMapping',
        tag,
        summary: 'Forget a mapping',
        description: 'The next file of its shape is asked about again. What was read by it stays.',
        roles,
        path,
        answers: { 200: { description: 'The mapping that is forgotten.', ...mapping } },
      }),
      async (c) => c.json(FileMapping.parse(await forgetMapping(c.var, c.req.valid('param').id)), 200),
    )
