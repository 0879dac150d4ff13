import * as z from 'zod'

/** What is wrong with one cell. Lines count from 1 as in a text editor; `line` 0 speaks of the whole file. */
export const Problem = z.object({
  line: z.int().min(0),
  column: z.string(),
  found: z.string(),
  expected: z.string(),
  code: z.string(),
  message: z.string(),
})
export type Problem = z.infer<typeof Problem>

/** Problems that one correction mends: the same code in the same column, and the same thing found there. */
export const ProblemCause = Problem.omit({ line: true }).extend({
  /** Null where it differs from line to line. */
  found: z.string().nullable(),
  /** How many there are. */
  problems: z.int(),
  /** The first of them; `message` is that of the first. */
  lines: z.array(Problem.pick({ line: true, found: true })),
})
export type ProblemCause = z.infer<typeof ProblemCause>

export const ProblemList = z.object({
  problems: z.array(Problem),
  /** All problems of the file, listed or not. */
  total: z.int(),
  /** On the first page: all problems by cause, those of the whole file first, then the causes of most. */
  causes: z.array(ProblemCause),
  /** Problems of causes beyond those that are listed. */
  beyond: z.int(),
  next: z.string().nullable(),
})
export type ProblemList = z.infer<typeof ProblemList>

/** Failures that a caller can act on. A new code does not compile until `problemStatus` maps it. */
export const ProblemCode = z.enum([
  'invalid-request',
  'unauthorized',
  'forbidden',
  'not-found',
  'upload-too-large',
  'part-too-large',
  'part-not-gzip',
  'part-digest-mismatch',
  'part-missing',
  'bytes-mismatch',
  'upload-state',
  'upload-has-problems',
  'preview-outdated',
  'preview-missing',
  'replaced-not-committed',
  'too-many-uploads',
  'too-many-refusals',
  'too-many-mappings',
  'too-many-scenarios',
  'too-many-views',
  'too-many-notes',
  'amount-too-large',
  'fx-rate-in-use',
  'month-closed',
  'reason-missing',
  'four-eyes',
  'change-state',
  'nothing-to-change',
  'conflict',
  'storage-unavailable',
  'too-new-format',
  'internal',
])
export type ProblemCode = z.infer<typeof ProblemCode>

export const problemStatus: Record<ProblemCode, 400 | 401 | 403 | 404 | 409 | 413 | 422 | 500 | 503> = {
  'invalid-request': 400,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  'upload-too-large': 413,
  'part-too-large': 413,
  'part-not-gzip': 422,
  'part-digest-mismatch': 422,
  'part-missing': 409,
  'bytes-mismatch': 409,
  'upload-state': 409,
  'upload-has-problems': 409,
  'preview-outdated': 409,
  'preview-missing': 409,
  'replaced-not-committed': 409,
  'too-many-uploads': 409,
  'too-many-refusals': 409,
  'too-many-mappings': 409,
  'too-many-scenarios': 409,
  'too-many-views': 409,
  'too-many-notes': 409,
  'amount-too-large': 422,
  'fx-rate-in-use': 409,
  'month-closed': 409,
  'reason-missing': 422,
  'four-eyes': 403,
  'change-state': 409,
  'nothing-to-change': 409,
  conflict: 409,
  'storage-unavailable': 503,
  'too-new-format': 500,
  internal: 500,
}

/** RFC 9457 problem details, `application/problem+json`. */
export const ProblemDetails = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: ProblemCode,
  detail: z.string(),
  /** Of this answer alone; found again in the log. */
  id: z.string(),
  issues: z.array(z.object({ where: z.string(), message: z.string() })).optional(),
})
export type ProblemDetails = z.infer<typeof ProblemDetails>

/** Thrown for what the caller can act on; everything else thrown is our bug. */
export class CodedError extends Error {
  readonly code: ProblemCode
  constructor(code: ProblemCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'CodedError'
    this.code = code
  }
}
