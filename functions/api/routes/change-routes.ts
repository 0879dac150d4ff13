import { Hono } from 'hono'
import * as z from 'zod'
import {
  BookMonthList,
  BooksChange,
  BooksSettings,
  ChangeConsent,
  ChangeList,
  NewChange,
} from '../../contract/books-change.ts'
import { ChangeId } from '../../contract/ids.ts'
import { listChanges } from '../../usecases/list-changes.ts'
import { listMonths, showSettings } from '../../usecases/list-months.ts'
import { cancelChange, commitChange, requestChange, showChange } from '../../usecases/request-change.ts'
import type { ApiDeps, ApiEnv } from '../api-env.ts'
import { consentOf } from '../consent-of.ts'
import { declareRoute } from '../declare-route.ts'
import { pageQuery } from '../read-input.ts'

const roles = ['finance', 'admin'] as const
const tag = 'Books'
const path = z.object({ id: ChangeId })
const changesPage = pageQuery.extend({ cursor: z.exactOptional(ChangeId) })
const json = 'application/json'
const change = { type: json, schema: BooksChange }
const follow = 'GET it until its state changes.'

/** Closing months, the reporting currency and settings: previewed and committed as files are. */
export const changeRoutes = (deps: Pick<ApiDeps, 'queue' | 'now' | 'newId'>) =>
  new Hono<ApiEnv>()
    .get(
      '/months',
      declareRoute({
        id: 'listMonths',
        tag,
        summary: 'The months of the books, whether they are closed, and what they add up to',
        roles,
        answers: { 200: { description: 'Newest first.', type: json, schema: BookMonthList } },
      }),
      async (c) => c.json(BookMonthList.parse(await listMonths({ books: c.var.books })), 200),
    )
    .get(
      '/settings',
      declareRoute({
        id: 'getSettings',
        tag,
        summary: 'Reporting currency, tier bands, objective and whether two people are required',
        roles,
        answers: { 200: { description: 'As the newest snapshot has them.', type: json, schema: BooksSettings } },
      }),
      async (c) => c.json(BooksSettings.parse(await showSettings({ books: c.var.books })), 200),
    )
    .post(
      '/changes',
      declareRoute({
        id: 'createChange',
        tag,
        summary: 'Stage a change of the books that is no upload',
        description: `Close or reopen months, change the reporting currency or the settings. Nothing visible changes. ${follow} An admin then commits what its preview shows.`,
        roles,
        body: NewChange,
        answers: { 202: { description: 'The change, being staged.', ...change } },
        problems: ['nothing-to-change'],
      }),
      async (c) => {
        const input = { edit: c.req.valid('json').edit, by: c.var.actor.name }
        return c.json(BooksChange.parse(await requestChange({ ...deps, ...c.var }, input)), 202)
      },
    )
    .get(
      '/changes',
      declareRoute({
        id: 'listChanges',
        tag,
        summary: 'Changes of the books that are no uploads, newest first',
        roles,
        query: changesPage,
        answers: { 200: { description: 'One page of changes.', type: json, schema: ChangeList } },
      }),
      async (c) => c.json(ChangeList.parse(await listChanges({ books: c.var.books }, c.req.valid('query'))), 200),
    )
    .get(
      '/changes/:id',
      declareRoute({
        id: 'getChange',
        tag,
        summary: 'One change of the books and what became of it',
        roles,
        path,
        answers: { 200: { description: 'The change.', ...change } },
      }),
      async (c) => c.json(BooksChange.parse(await showChange({ books: c.var.books }, c.req.valid('param').id)), 200),
    )
    .post(
      '/changes/:id/commit',
      declareRoute({
        id: 'commitChange',
        tag,
        summary: 'Commit what the preview of a change shows',
        description:
          'A reason is needed where months are opened again or closed months would say something else. Should the books have moved so that the preview would show something else, the change returns to ready with a new preview and the warning preview-changed.',
        roles: ['admin'],
        path,
        body: ChangeConsent,
        answers: {
          200: { description: 'A repeat: the change as it stands.', ...change },
          202: { description: `Work was begun. ${follow}`, ...change },
        },
        problems: ['change-state', 'preview-outdated', 'reason-missing', 'four-eyes', 'conflict'],
      }),
      async (c) => {
        const { preview, reason } = c.req.valid('json')
        const input = { id: c.req.valid('param').id, preview, ...consentOf(c.var.actor, reason) }
        const { change, queued } = await commitChange({ ...deps, ...c.var }, input)
        return c.json(BooksChange.parse(change), queued ? 202 : 200)
      },
    )
    .post(
      '/changes/:id/cancel',
      declareRoute({
        id: 'cancelChange',
        tag,
        summary: 'Give a change up before it is committed',
        roles,
        path,
        answers: { 200: { description: 'The change, cancelled.', ...change } },
        problems: ['change-state', 'conflict'],
      }),
      async (c) => {
        const cancelled = await cancelChange({ ...deps, ...c.var }, c.req.valid('param').id)
        return c.json(BooksChange.parse(cancelled), 200)
      },
    )
