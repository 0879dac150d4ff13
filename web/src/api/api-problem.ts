import type { ProblemCode, ProblemDetails } from '../../../functions/contract/problem.ts'
import { loadFailureText } from '../messages/states.ts'

/** What can keep an answer from us: what the service says, or why it says nothing. */
export type FailureCode = ProblemCode | 'offline' | 'unreadable' | 'no-sign-in'

/** A request that got no answer to show: what happened, what to do about it, and where the log tells more. */
export class ApiProblem extends Error {
  readonly code: FailureCode
  readonly title: string
  readonly status: number
  /** Found again in the service's log. */
  readonly id: string | undefined
  readonly issues: { where: string; message: string }[]

  constructor(
    code: FailureCode,
    fields: Partial<Pick<ProblemDetails, 'title' | 'detail' | 'status' | 'id' | 'issues'>> = {},
  ) {
    super(fields.detail ?? '')
    this.name = 'ApiProblem'
    this.code = code
    this.title = fields.title ?? ''
    this.status = fields.status ?? 0
    this.id = fields.id
    this.issues = fields.issues ?? []
  }
}

/** A refused answer as a problem. What is not problem details came from something in between, not from the service. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const { status } = response
  if (!response.headers.get('content-type')?.startsWith('application/problem+json')) {
    return new ApiProblem(status === 401 ? 'unauthorized' : 'unreadable', { status, detail: `HTTP ${status}` })
  }
  const details = (await response.json().catch(() => ({}))) as Partial<ProblemDetails>
  if (typeof details.code !== 'string') return new ApiProblem('unreadable', { status, detail: `HTTP ${status}` })
  await loadFailureText(details.code)
  return new ApiProblem(details.code, { ...details, status })
}

/** The service knows nothing by the name that was asked for, or it cannot be the name of anything. */
export function isUnknown(problem: ApiProblem | undefined): boolean {
  return problem?.code === 'not-found' || problem?.code === 'invalid-request'
}

/** Anything thrown on the way to an answer. */
export function toProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error
  return new ApiProblem('internal', { detail: error instanceof Error ? error.message : String(error) })
}
