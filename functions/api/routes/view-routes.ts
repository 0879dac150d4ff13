import { Hono } from 'hono'
import * as z from 'zod'
import { NewSavedView, SavedView, SavedViewChange, SavedViewId, SavedViewList } from '../../contract/saved-view.ts'
import type { Actor } from '../../identity/ports.ts'
import { changeView } from '../../usecases/change-view.ts'
import { deleteView } from '../../usecases/delete-view.ts'
import { listViews } from '../../usecases/list-views.ts'
import { saveView } from '../../usecases/save-view.ts'
import type { ApiDeps, ApiEnv } from '../api-env.ts'
import { declareRoute } from '../declare-route.ts'

const roles = ['executive', 'finance', 'admin'] as const
const tag = 'Views'
const path = z.object({ id: SavedViewId })
const type = 'application/json'
const readerOf = ({ name, role }: Actor) => ({ name, isAdmin: role === 'admin' })

/** Pages with what they ask, kept under a name. */
export const viewRoutes = (deps: Pick<ApiDeps, 'now' | 'newId'>) =>
  new Hono<ApiEnv>()
    .get(
      '/views',
      declareRoute({
        id: 'listViews',
        tag,
        summary: 'Saved views, by name',
        description: 'What is shared, and what is your own.',
        roles,
        answers: { 200: { description: 'All of them.', type, schema: SavedViewList } },
      }),
      async (c) => c.json(SavedViewList.parse({ views: await listViews(c.var, readerOf(c.var.actor)) }), 200),
    )
    .post(
      '/views',
      declareRoute({
        id: 'saveView',
        tag,
        summary: 'Save a view under a name',
        description:
          'A page and the search part of its address. With a snapshot it shows that state of the books for ever, else the newest one.',
        roles,
        body: NewSavedView,
        answers: { 201: { description: 'The saved view.', type, schema: SavedView } },
        problems: ['conflict', 'too-many-views'],
      }),
      async (c) => {
        const saved = await saveView({ ...deps, ...c.var }, c.req.valid('json'), readerOf(c.var.actor))
        return c.json(SavedView.parse(saved), 201)
      },
    )
    .patch(
      '/views/:id',
      declareRoute({
        id: 'changeView',
        tag,
        summary: 'Rename a saved view, share it, or keep it to its maker',
        description: 'Its maker may, and admins may where it is shared.',
        roles,
        path,
        body: SavedViewChange,
        answers: { 200: { description: 'The view as it is now.', type, schema: SavedView } },
        problems: ['conflict'],
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const changed = await changeView(c.var, id, c.req.valid('json'), readerOf(c.var.actor))
        return c.json(SavedView.parse(changed), 200)
      },
    )
    .delete(
      '/views/:id',
      declareRoute({
        id: 'deleteView',
        tag,
        summary: 'Delete a saved view',
        description: 'Its maker may, and admins may where it is shared.',
        roles,
        path,
        answers: { 200: { description: 'The view that is deleted.', type, schema: SavedView } },
      }),
      async (c) => {
        const deleted = await deleteView(c.var, c.req.valid('param').id, readerOf(c.var.actor))
        return c.json(SavedView.parse(deleted), 200)
      },
    )
