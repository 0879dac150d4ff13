import * as z from 'zod'
import { ProblemDetails } from '../contract/problem.ts'
import { Verification } from '../contract/snapshot.ts'

export const VerifyProgress = z.object({ done: z.int(), total: z.int(), what: z.string() })

/** One line of the answer of a verification. */
export const VerifyLine = z.union([Verification, ProblemDetails, VerifyProgress])
export type VerifyLine = z.infer<typeof VerifyLine>
