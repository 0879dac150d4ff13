import { useEffect, useState } from 'preact/hooks'
import type { MatchKind } from '../../../../functions/contract/match.ts'
import type { Upload } from '../../../../functions/contract/upload.ts'
import { refreshAnswers } from '../../api/answer-store.ts'
import { cancelUpload, commitUpload } from '../../api/upload-steps.ts'
import { t } from '../../messages/matching.ts'
import { t as uploads } from '../../messages/uploads.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorBox } from '../../ui/states.tsx'
import { ReasonField } from '../closing/reason-dialog.tsx'
import { RestatedTable } from '../closing/restated-table.tsx'
import { previewHref } from '../uploads/confirm-dialogs.tsx'
import { isInWork } from '../uploads/describe-upload.ts'
import { useAgreement } from '../uploads/use-agreement.ts'
import { useFollowedUpload } from '../uploads/use-followed-upload.ts'
import { useStep } from '../uploads/use-step.ts'
import { Warnings } from '../uploads/warnings.tsx'
import { GainTable } from './gain-table.tsx'

type PreviewDialogProps = {
  view: View
  of: MatchKind
  id: string
  /** `done`: it was committed. */
  onClose: (done: boolean) => void
}

/**
 * What a merge would change, before it can be agreed to, and why where closed months would say something else. Leaving
 * it gives the upload up; who may not agree to it can leave it to somebody who may.
 */
export function PreviewDialog({ view, of, id, onClose }: PreviewDialogProps) {
  const { workspace } = view
  const { answer, stepped } = useFollowedUpload(workspace, id)
  const step = useStep()
  const upload = answer.data
  const done = upload?.state === 'committed'
  useEffect(() => {
    if (!done) return
    refreshAnswers()
    onClose(true)
  }, [done])
  const leave = async () => {
    // Cancelled or not, nothing of it counts: what stays is found under Uploads.
    if (upload?.state === 'ready') await step.run(() => cancelUpload({ workspace, id }))
    onClose(false)
  }
  const preview = upload?.state === 'ready' ? upload.preview : null
  const { known, blocked, restates } = useAgreement(workspace, upload)
  const [reason, setReason] = useState('')
  const said = restates ? reason.trim() : undefined
  const commit = async (agreed: string) => {
    await step.run(() => commitUpload({ workspace, id }, agreed, said))
    stepped()
  }
  const busy = step.busy || upload === undefined || isInWork(upload)
  const agreeable = preview !== null && known && blocked === null && said !== ''
  const actions = (
    <>
      <Button onClick={() => void leave()} disabled={step.busy}>
        {t('drop')}
      </Button>
      {blocked !== null && (
        <Button kind="main" disabled={busy} onClick={() => onClose(false)}>
          {t('leaveToOther')}
        </Button>
      )}
      {blocked === null && (
        <Button kind="main" disabled={busy || !agreeable} onClick={() => void commit(preview ?? '')}>
          {t('commit')}
        </Button>
      )}
    </>
  )
  return (
    <Dialog title={t('previewTitle')} onClose={() => void leave()} actions={actions}>
      {answer.problem && <ErrorBox problem={answer.problem} onRetry={answer.retry} />}
      {upload && <Body view={view} of={of} upload={upload} preview={preview} />}
      {upload && preview !== null && restates && <RestatedTable {...upload} isTitled />}
      {preview !== null && blocked !== null && <p role="status">{blocked}</p>}
      {preview !== null && blocked === null && restates && <ReasonField value={reason} onChange={setReason} />}
      {busy && <p role="status">{t('staging')}</p>}
      {step.problem && <ErrorBox problem={step.problem} />}
    </Dialog>
  )
}

function Body({ view, of, upload, preview }: { view: View; of: MatchKind; upload: Upload; preview: string | null }) {
  const failed = upload.state === 'rejected' || upload.state === 'failed'
  return (
    <div class="match-stack">
      <Warnings warnings={upload.warnings} />
      {preview !== null && (
        <>
          <GainTable workspace={view.workspace} preview={preview} of={of} />
          <p>
            <a href={previewHref(view, preview)}>{uploads('seePreview')}</a>
          </p>
        </>
      )}
      {failed && <p>{t('notReady')}</p>}
      {(failed || preview !== null) && (
        <p>
          <a href={hrefOf(`/uploads/${upload.id}`, view)}>{t('toUpload')}</a>
        </p>
      )}
    </div>
  )
}
