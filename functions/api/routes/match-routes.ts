import { Hono } from 'hono'
import * as z from 'zod'
import { limits } from '../../contract/limits.ts'
import {
  MatchDecisions,
  MatchGain,
  MatchKind,
  MatchLack,
  MatchList,
  MatchNameList,
  MatchOutcome,
  MergedList,
  RefusedList,
} from '../../contract/match.ts'
import { ReportQuery } from '../../contract/report.ts'
import { compareMatching } from '../../usecases/compare-matching.ts'
import { decideMatches } from '../../usecases/decide-matches.ts'
import { listMatches, listMatchNames, listMerged, listRefused } from '../../usecases/list-matches.ts'
import type { ApiDeps, ApiEnv } from '../api-env.ts'
import { declareRoute } from '../declare-route.ts'
import { numberedPageQuery } from '../read-input.ts'
import { oneStateOnly, stateParameters } from '../report-parameters.ts'

const roles = ['finance', 'admin'] as const
const json = 'application/json'

const page = numberedPageQuery.extend({
  of: MatchKind.default('creator'),
  search: z.exactOptional(z.string().min(1).max(limits.textCharsMax)),
})
const statePage = page.extend(ReportQuery.pick({ snapshot: true, preview: true }).shape)
const suggestionPage = statePage
  .extend({ minConfidence: z.exactOptional(z.string().regex(/^(0(\.\d{1,4})?|1(\.0{1,4})?)$/)) })
  .superRefine(oneStateOnly)
const namePage = statePage
  .extend({ lacking: z.enum([...MatchLack.options, 'any', 'all']).default('any') })
  .superRefine(oneStateOnly)

/** Who is who: names that spend and results do not agree on. */
export const matchRoutes = (deps: Pick<ApiDeps, 'queue' | 'now' | 'newId'>) =>
  new Hono<ApiEnv>()
    .get(
      '/matches',
      declareRoute({
        id: 'listMatches',
        tag: 'Who is who',
        summary: 'Names that may be one, with what speaks for it',
        description: 'By the money that would move. What was refused, or is one already, is not among them.',
        roles,
        query: suggestionPage,
        answers: { 200: { description: 'One page of suggestions.', type: json, schema: MatchList } },
        problems: ['preview-outdated'],
      }),
      async (c) => {
        const { of, snapshot, preview, minConfidence, ...rest } = c.req.valid('query')
        const wanted = minConfidence === undefined ? rest : { ...rest, minConfidence: Number(minConfidence) }
        return c.json(MatchList.parse(await listMatches(c.var, of, stateOf({ snapshot, preview }), wanted)), 200)
      },
    )
    .get(
      '/matches/names',
      declareRoute({
        id: 'listMatchNames',
        tag: 'Who is who',
        summary: 'Names by what they lack',
        roles,
        query: namePage,
        answers: { 200: { description: 'One page of names.', type: json, schema: MatchNameList } },
        problems: ['preview-outdated'],
      }),
      async (c) => {
        const { of, snapshot, preview, ...rest } = c.req.valid('query')
        return c.json(MatchNameList.parse(await listMatchNames(c.var, of, stateOf({ snapshot, preview }), rest)), 200)
      },
    )
    .get(
      '/matches/merged',
      declareRoute({
        id: 'listMerged',
        tag: 'Who is who',
        summary: 'Names that are read as another',
        roles,
        query: statePage.superRefine(oneStateOnly),
        answers: { 200: { description: 'One page of aliases.', type: json, schema: MergedList } },
        problems: ['preview-outdated'],
      }),
      async (c) => {
        const { of, snapshot, preview, ...rest } = c.req.valid('query')
        return c.json(MergedList.parse(await listMerged(c.var, of, stateOf({ snapshot, preview }), rest)), 200)
      },
    )
    .get(
      '/matches/refused',
      declareRoute({
        id: 'listRefused',
        tag: 'Who is who',
        summary: 'Pairs that somebody refused, newest first',
        roles,
        query: page,
        answers: { 200: { description: 'One page of refused pairs.', type: json, schema: RefusedList } },
      }),
      async (c) => {
        const { of, ...rest } = c.req.valid('query')
        return c.json(RefusedList.parse(await listRefused(c.var, of, rest)), 200)
      },
    )
    .get(
      '/matches/gain',
      declareRoute({
        id: 'getMatchGain',
        tag: 'Who is who',
        summary: 'What matching changes in the reconciliation',
        description: 'Of a preview: against the books that it rests on. Else: of all aliases, against none.',
        roles,
        query: stateParameters,
        answers: { 200: { description: 'Before and after.', type: json, schema: MatchGain } },
        problems: ['preview-outdated'],
      }),
      async (c) => c.json(MatchGain.parse(await compareMatching(c.var, c.req.valid('query'))), 200),
    )
    .post(
      '/matches/decisions',
      declareRoute({
        id: 'decideMatches',
        tag: 'Who is who',
        summary: 'Accept, refuse, part',
        description:
          'Refusals are remembered at once. Merges and un-merges become one aliases upload: look at its preview, then commit it like any other.',
        roles,
        body: MatchDecisions,
        answers: {
          200: { description: 'Remembered; nothing is to be merged or parted.', type: json, schema: MatchOutcome },
          202: { description: 'The upload is being checked.', type: json, schema: MatchOutcome },
        },
        problems: ['too-many-refusals', 'conflict'],
      }),
      async (c) => {
        const { begun, ...outcome } = await decideMatches({ ...deps, ...c.var }, c.req.valid('json'), c.var.actor.name)
        return c.json(MatchOutcome.parse(outcome), begun ? 202 : 200)
      },
    )

type State = Partial<Pick<ReportQuery, 'snapshot' | 'preview'>>

/** Without what was not asked for. */
function stateOf({ snapshot, preview }: { [name in keyof State]: State[name] | undefined }): State {
  return { ...(snapshot === undefined ? {} : { snapshot }), ...(preview === undefined ? {} : { preview }) }
}
