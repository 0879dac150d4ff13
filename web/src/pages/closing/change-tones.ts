import type { ChangeState } from '../../../../functions/contract/books-change.ts'

/** The colour of each state's badge; none where nothing is good or bad. */
export const changeTones: Record<ChangeState, 'good' | 'warn' | 'bad' | undefined> = {
  staging: undefined,
  ready: 'warn',
  refused: 'bad',
  failed: 'bad',
  committing: undefined,
  committed: 'good',
  cancelled: undefined,
  expired: undefined,
}
