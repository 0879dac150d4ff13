import type { Problem } from '../../../../functions/contract/problem.ts'
import type { CheckOptions, Upload } from '../../../../functions/contract/upload.ts'

type Suggestion = { text: 'validOnly' | 'move' | 'differ' | 'asLifetime'; change: CheckOptions }

/** With which options another check may end otherwise, judged by what this one found. */
export function suggestChecks(
  { rowPolicy, rows }: Pick<Upload, 'rowPolicy' | 'rows'>,
  problems: readonly Pick<Problem, 'code' | 'line'>[],
): Suggestion[] {
  const has = (code: string): boolean => problems.some((problem) => problem.code === code)
  const suggestions: Suggestion[] = []
  // A problem of the whole file leaves no row to load.
  const whole = problems.some(({ line }) => line === 0)
  if (rowPolicy === 'all' && !whole && rows.problems > 0) {
    suggestions.push({ text: 'validOnly', change: { rowPolicy: 'valid' } })
  }
  if (has('line-would-move')) suggestions.push({ text: 'move', change: { moves: 'move' } })
  if (has('twin-with-and-without-id')) suggestions.push({ text: 'differ', change: { twins: 'differ' } })
  if (has('daily-and-lifetime')) suggestions.push({ text: 'asLifetime', change: { figures: 'lifetime' } })
  return suggestions
}
