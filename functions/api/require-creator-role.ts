import { CodedError } from '../contract/problem.ts'
import type { ReportQuery } from '../contract/report.ts'
import type { Role } from '../identity/ports.ts'

/** Money of a single creator is withheld from executives, also where a question is narrowed down to one. */
export function requireCreatorRole(role: Role, { creator }: Pick<ReportQuery, 'creator'>): void {
  if (creator.length === 0 || role !== 'executive') return
  throw new CodedError('forbidden', 'A report of single creators needs the role finance or admin; yours is executive.')
}
