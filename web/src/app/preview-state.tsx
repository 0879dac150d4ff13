import { isUnknown } from '../api/api-problem.ts'
import { useChange } from '../api/books-changes.ts'
import { useUpload } from '../api/use-ledger.ts'
import { changeStateTexts } from '../messages/closing.ts'
import { stateTexts } from '../messages/ledger.ts'
import { t } from '../messages/question.ts'

type PreviewStateProps = { workspace: string; owner: string; preview: string }

const pollMs = 4000

/** Whether what the preview shows is still to be decided. For those who may see uploads. */
export function PreviewState({ workspace, owner, preview }: PreviewStateProps) {
  const { data: upload, problem } = useUpload(workspace, owner, { pollMs })
  if (isUnknown(problem)) return <ChangePreviewState workspace={workspace} owner={owner} preview={preview} />
  return upload ? <Decided open={upload.preview === preview} state={stateTexts[upload.state]} /> : null
}

function ChangePreviewState({ workspace, owner, preview }: PreviewStateProps) {
  const { data: change } = useChange({ workspace, id: owner }, pollMs)
  return change ? <Decided open={change.preview === preview} state={changeStateTexts[change.state].badge} /> : null
}

function Decided({ open, state }: { open: boolean; state: string }) {
  return open ? <span>{t('previewOpen')}</span> : <b>{t('previewOver', { state: state.toLowerCase() })}</b>
}
