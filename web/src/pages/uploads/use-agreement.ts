import type { Upload } from '../../../../functions/contract/upload.ts'
import { useSettings } from '../../api/books-changes.ts'
import { useSession } from '../../app/use-session.ts'
import { sayWhoAgrees } from './say-who-agrees.ts'

/** Whether whoever looks may agree to what the preview of an upload shows, and what is to be said for it. */
export function useAgreement(workspace: string, upload: Upload | undefined) {
  const session = useSession()
  const settings = useSettings(workspace)
  const fourEyes = settings.data?.settings.fourEyes ?? false
  const { preview = null, restated = [], stagedBy = null } = upload ?? {}
  return {
    /** Before that, a preview that somebody else has prepared might be taken from them. */
    known: settings.data !== undefined || settings.problem !== undefined,
    blocked: upload ? sayWhoAgrees(upload, { session, fourEyes }) : null,
    restates: preview !== null && restated.length > 0,
    preparedByOther: fourEyes && preview !== null && stagedBy !== null && stagedBy !== session?.name,
  }
}
