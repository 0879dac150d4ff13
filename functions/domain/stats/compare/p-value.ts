import { studentUpperTail } from '../distributions/student-upper-tail.ts'
import type { LogEstimate } from '../log-estimate.ts'

/** Two-sided chance of a ratio this far from 1 if there were no difference, computed from the upper tail. */
export function pValueOf({ log, standardError, df }: Pick<LogEstimate, 'log' | 'standardError' | 'df'>): number {
  if (standardError === 0) return log === 0 ? 1 : 0
  return Math.min(1, 2 * studentUpperTail(Math.abs(log) / standardError, df))
}
