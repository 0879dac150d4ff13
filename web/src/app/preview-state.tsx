import { useUpload } from '../api/use-ledger.ts'
import { stateTexts } from '../messages/ledger.ts'
import { t } from '../messages/question.ts'

type PreviewStateProps = { workspace: string; upload: string; preview: string }

const pollMs = 4000

/** Whether what the preview shows is still to be decided. For those who may see uploads. */
export function PreviewState({ workspace, upload, preview }: PreviewStateProps) {
  const found = useUpload(workspace, upload, { pollMs }).data
  if (!found) return null
  if (found.preview === preview) return <>{t('previewOpen')}</>
  return <b>{t('previewOver', { state: stateTexts[found.state].toLowerCase() })}</b>
}
