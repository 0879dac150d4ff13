import type { Session } from '../../api/session.ts'
import { t } from '../../messages/closing.ts'

type Asked = {
  session: Pick<Session, 'name' | 'role'> | undefined
  /** The workspace requires two people. */
  fourEyes: boolean
  preparedBy: readonly (string | null)[]
  /** Only an admin may. */
  needsAdmin: boolean
}

/** Why whoever looks may not commit, and who may; null where they may. */
export function sayWhoCommits({ session, fourEyes, preparedBy, needsAdmin }: Asked): string | null {
  if (!session) return null
  if (needsAdmin && session.role !== 'admin') return t('needsAdmin')
  if (!fourEyes || !preparedBy.includes(session.name)) return null
  return t(needsAdmin ? 'needsOther' : 'fourEyesUpload')
}
