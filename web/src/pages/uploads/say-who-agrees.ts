import type { Upload } from '../../../../functions/contract/upload.ts'
import type { Session } from '../../api/session.ts'
import { t } from '../../messages/closing.ts'
import { sayWhoCommits } from '../closing/say-who-commits.ts'

type Prepared = Pick<Upload, 'preview' | 'restated' | 'state' | 'sample' | 'createdBy' | 'stagedBy'>
type Looking = { session: Pick<Session, 'name' | 'role'> | undefined; fourEyes: boolean }

/** Why whoever looks may not agree to a preview, and who may; null where they may. */
export function sayWhoAgrees(upload: Prepared, { session, fourEyes }: Looking): string | null {
  if (!session || upload.preview === null) return null
  if (upload.restated.length > 0 && session.role !== 'admin') return t('financeCannot')
  return sayWhoCommits({ session, fourEyes, preparedBy: preparedBy(upload), needsAdmin: false })
}

/** Of a first commit whoever uploaded the file too; made-up files are nobody's. */
function preparedBy({ state, sample, createdBy, stagedBy }: Prepared): (string | null)[] {
  if (sample) return []
  return state === 'ready' ? [createdBy, stagedBy] : [stagedBy]
}
