import { Hono } from 'hono'
import * as z from 'zod'
import { CreatorHistory, CreatorPostList } from '../../contract/creator.ts'
import { NameId } from '../../contract/ids.ts'
import { ReportQuery } from '../../contract/report.ts'
import { NewNote, NoteId, ShortlistChoice, Vetting, VettingList } from '../../contract/vetting.ts'
import { addNote } from '../../usecases/add-note.ts'
import { exportShortlist } from '../../usecases/export-shortlist.ts'
import { listCreatorPosts } from '../../usecases/list-creator-posts.ts'
import { listVettings, showVetting } from '../../usecases/list-vettings.ts'
import { removeNote } from '../../usecases/remove-note.ts'
import { setShortlisted } from '../../usecases/set-shortlisted.ts'
import { showCreator } from '../../usecases/show-creator.ts'
import type { ApiDeps, ApiEnv } from '../api-env.ts'
import { declareRoute } from '../declare-route.ts'
import { pageQuery } from '../read-input.ts'
import { oneStateOnly, reportParameters, stateParameters } from '../report-parameters.ts'

const roles = ['finance', 'admin'] as const
const tag = 'Creators'
const path = z.object({ id: NameId })
const postPage = pageQuery.extend(ReportQuery.pick({ snapshot: true, preview: true }).shape).superRefine(oneStateOnly)
const vetting = { type: 'application/json', schema: Vetting }

/** What was said of creators, and whom to book again. */
export const creatorRoutes = (deps: Pick<ApiDeps, 'now' | 'newId'>) =>
  new Hono<ApiEnv>()
    .get(
      '/vettings',
      declareRoute({
        id: 'listVettings',
        tag,
        summary: 'Creators with notes or on the shortlist',
        description: 'By the names that the newest books read them as.',
        roles,
        answers: { 200: { description: 'All of them.', type: 'application/json', schema: VettingList } },
      }),
      async (c) => c.json(VettingList.parse({ vettings: await listVettings(c.var) }), 200),
    )
    .get(
      '/creators/:id',
      declareRoute({
        id: 'getCreator',
        tag,
        summary: 'One creator over all the time of the books',
        description:
          'Its follower counts and tiers, its campaigns and its last post. Figures of a range are a report’s.',
        roles,
        path,
        query: stateParameters,
        answers: { 200: { description: 'The creator.', type: 'application/json', schema: CreatorHistory } },
        problems: ['preview-outdated'],
      }),
      async (c) => {
        const asked = { ...c.req.valid('query'), ...c.req.valid('param') }
        return c.json(CreatorHistory.parse(await showCreator(c.var, asked)), 200)
      },
    )
    .get(
      '/creators/:id/posts',
      declareRoute({
        id: 'listCreatorPosts',
        tag,
        summary: 'The posts of one creator, newest month first',
        description: 'What counts of each post in each month. A page may be short, or empty, before there is no next.',
        roles,
        path,
        query: postPage,
        answers: { 200: { description: 'One page of posts.', type: 'application/json', schema: CreatorPostList } },
        problems: ['preview-outdated'],
      }),
      async (c) => {
        const asked = { ...c.req.valid('query'), ...c.req.valid('param') }
        return c.json(CreatorPostList.parse(await listCreatorPosts(c.var, asked)), 200)
      },
    )
    .get(
      '/creators/:id/vetting',
      declareRoute({
        id: 'getVetting',
        tag,
        summary: 'Notes on one creator, and whether it is on the shortlist',
        roles,
        path,
        answers: { 200: { description: 'Notes, newest first.', ...vetting } },
      }),
      async (c) => c.json(Vetting.parse(await showVetting(c.var, c.req.valid('param').id)), 200),
    )
    .post(
      '/creators/:id/notes',
      declareRoute({
        id: 'addNote',
        tag,
        summary: 'Write a note on a creator',
        description: 'It stays with the name that it was written under, should names be merged or parted later.',
        roles,
        path,
        body: NewNote,
        answers: { 201: { description: 'All notes, newest first.', ...vetting } },
        problems: ['too-many-notes', 'conflict'],
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const written = await addNote({ ...deps, ...c.var }, id, c.req.valid('json'), c.var.actor.name)
        return c.json(Vetting.parse(written), 201)
      },
    )
    .delete(
      '/creators/:id/notes/:note',
      declareRoute({
        id: 'removeNote',
        tag,
        summary: 'Delete a note',
        roles,
        path: path.extend({ note: NoteId }),
        answers: { 200: { description: 'The notes that are left.', ...vetting } },
        problems: ['conflict'],
      }),
      async (c) => {
        const { id, note } = c.req.valid('param')
        return c.json(Vetting.parse(await removeNote(c.var, id, note)), 200)
      },
    )
    .put(
      '/creators/:id/shortlist',
      declareRoute({
        id: 'setShortlisted',
        tag,
        summary: 'Put a creator on the shortlist, or take it off',
        roles,
        path,
        body: ShortlistChoice,
        answers: { 200: { description: 'What is known of it now.', ...vetting } },
        problems: ['too-many-notes', 'conflict'],
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const written = await setShortlisted({ ...deps, ...c.var }, id, c.req.valid('json'), c.var.actor.name)
        return c.json(Vetting.parse(written), 200)
      },
    )
    .get(
      '/shortlist.csv',
      declareRoute({
        id: 'exportShortlist',
        tag,
        summary: 'The shortlist as a file for a spreadsheet',
        description:
          'Each creator with its figures in the query’s range, what to expect of it, and its notes. A cell that begins like a formula is made text by an apostrophe.',
        roles,
        query: reportParameters,
        answers: { 200: { description: 'A CSV file.', type: 'text/csv' } },
        problems: ['preview-outdated'],
      }),
      async (c) => {
        const csv = await exportShortlist(c.var, c.req.valid('query'))
        c.header('Content-Type', 'text/csv; charset=utf-8')
        c.header('Content-Disposition', 'attachment; filename="shortlist.csv"')
        c.header('Cache-Control', 'private, no-store')
        return c.body(csv, 200)
      },
    )
