import { randomUUID } from 'node:crypto'
import type { Context, ErrorHandler, NotFoundHandler } from 'hono'
import { CodedError, type ProblemCode, ProblemDetails, problemStatus } from '../contract/problem.ts'
import type { ApiDeps, ApiEnv } from './api-env.ts'
import { InvalidRequest } from './invalid-request.ts'

/** Of an address that somebody sent. */
const loggedCharsMax = 300

const titles: Record<ProblemCode, string> = {
  'invalid-request': 'The request is not as described',
  unauthorized: 'Sign in first',
  forbidden: 'Your role does not allow this',
  'not-found': 'There is nothing here',
  'upload-too-large': 'The file is too large',
  'part-too-large': 'The part is too large',
  'part-not-gzip': 'The part is not one gzip member',
  'part-digest-mismatch': 'The part changed on its way',
  'part-missing': 'Parts are missing',
  'bytes-mismatch': 'The parts do not add up to the file',
  'upload-state': 'Not in this state of the upload',
  'upload-has-problems': 'The file has problems',
  'preview-outdated': 'The preview is outdated',
  'preview-missing': 'There is no such preview',
  'replaced-not-committed': 'That upload cannot be replaced',
  'too-many-uploads': 'There are too many uploads',
  'too-many-refusals': 'There are too many refused pairs',
  'too-many-mappings': 'There are too many mappings',
  'too-many-scenarios': 'There are too many saved plans',
  'too-many-views': 'There are too many saved views',
  'too-many-notes': 'There are too many notes',
  'amount-too-large': 'An amount is too large',
  'month-closed': 'A closed month would say something else',
  'reason-missing': 'A reason is missing',
  'four-eyes': 'Somebody else has to commit this',
  'change-state': 'The change is not in a state for this',
  'nothing-to-change': 'Nothing would change',
  'fx-rate-in-use': 'The rate is in use',
  conflict: 'Somebody else changed this meanwhile',
  'storage-unavailable': 'The books cannot be reached',
  'too-new-format': 'Written by a newer version',
  internal: 'Something went wrong on our side',
}

/**
 * The one way out of every failure: RFC 9457 problem details, whose id is found again in the log. What we did not foresee
 * stays there, under that id.
 */
export function answerProblem(deps: Pick<ApiDeps, 'log'>): ErrorHandler<ApiEnv> {
  return (error, c) => sendProblem(c, toProblem(deps, error, `${c.req.method} ${c.req.path}`))
}

export function answerUnknownPath(deps: Pick<ApiDeps, 'log'>): NotFoundHandler<ApiEnv> {
  return (c) => {
    const request = `${c.req.method} ${c.req.path}`
    const error = new CodedError('not-found', `There is no ${request}. All paths: /api/docs.`)
    return sendProblem(c, toProblem(deps, error, request))
  }
}

export function toProblem(deps: Pick<ApiDeps, 'log'>, error: unknown, request: string): ProblemDetails {
  const id = randomUUID()
  const known = error instanceof CodedError && problemStatus[error.code] !== 500
  if (known) {
    const { code } = error
    if (code === 'storage-unavailable')
      deps.log({ level: 'warn', message: error.message, id, request, error: textOf(error.cause) })
    // Not its text: that quotes what was sent, a creator's pay among it.
    else
      deps.log({ level: 'info', message: 'a request was refused', id, request: request.slice(0, loggedCharsMax), code })
    const problem = problemOf(code, error.message, id)
    return error instanceof InvalidRequest ? { ...problem, issues: error.issues } : problem
  }
  deps.log({ level: 'error', message: 'a request failed', id, request, error: textOf(error) })
  const code = error instanceof CodedError ? error.code : 'internal'
  return problemOf(code, `This was not foreseen. The log tells more under ${id}.`, id)
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

function problemOf(code: ProblemCode, detail: string, id: string): ProblemDetails {
  return { type: `/api/docs#problem-${code}`, title: titles[code], status: problemStatus[code], code, detail, id }
}

function sendProblem(c: Context, problem: ProblemDetails): Response {
  const headers: Record<string, string> = { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' }
  if (problem.code === 'unauthorized') headers['WWW-Authenticate'] = 'Bearer'
  if (problem.code === 'storage-unavailable') headers['Retry-After'] = '5'
  return c.body(JSON.stringify(ProblemDetails.parse(problem)), problemStatus[problem.code], headers)
}

export function problemTitle(code: ProblemCode): string {
  return titles[code]
}
