import { useState } from 'preact/hooks'
import type { Upload } from '../../../../functions/contract/upload.ts'
import { resumeSending, type Sending, startUpload, stopSending } from '../../api/upload-queue.ts'
import { cancelUpload, commitUpload, previewUpload, revertUpload } from '../../api/upload-steps.ts'
import { t } from '../../messages/uploads.ts'
import { navigate } from '../../state/router.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ErrorBox } from '../../ui/states.tsx'
import { AgreeButton } from '../closing/agree-button.tsx'
import { CancelDialog, previewHref, RestateDialog, RevertDialog } from './confirm-dialogs.tsx'
import { FileButton } from './file-button.tsx'
import { ResumeFile } from './resume-file.tsx'
import { useAgreement } from './use-agreement.ts'
import type { Staging } from './use-followed-upload.ts'
import { useStep } from './use-step.ts'

type UploadActionsProps = {
  view: View
  upload: Upload
  sending: Sending | undefined
  staging: Staging | null
  onStepped: (staging?: Staging) => void
  onCheck: () => void
}

const cancellable: readonly Upload['state'][] = ['receiving', 'checking', 'ready', 'rejected', 'failed']
const checkable: readonly Upload['state'][] = ['ready', 'rejected', 'failed']

/** The steps that an upload can take from where it stands, the next one first. */
export function UploadActions({ view, upload, sending, staging, onStepped, onCheck }: UploadActionsProps) {
  const [asked, setAsked] = useState<'cancel' | 'restate' | 'revert' | null>(null)
  const step = useStep()
  const { state, preview, previewAction, replacedBy } = upload
  const { known, blocked, restates, preparedByOther } = useAgreement(view.workspace, upload)
  const place = { workspace: view.workspace, id: upload.id as string }
  const take = async (action: () => Promise<unknown>, next?: Staging): Promise<void> => {
    const done = await step.run(action)
    onStepped(done ? next : undefined)
    if (done && next !== 'revert') setAsked(null)
  }
  const askRevert = () => {
    setAsked('revert')
    // Whoever asks for a preview does not agree to it where two people are required: it is the other's that is looked at.
    if (preparedByOther && previewAction === 'revert') return
    void take(() => previewUpload(place, 'revert'), 'revert')
  }
  const replace = async (file: File) => {
    const done = await step.run(async () => {
      const id = await startUpload(view.workspace, { file, kind: upload.kind, replaces: upload.id })
      navigate(hrefOf(`/uploads/${id}`, view))
    })
    if (!done) onStepped()
  }
  const cancel = async () => {
    stopSending(place.id)
    await cancelUpload(place)
  }
  const commits = previewAction === 'commit' && preview !== null && (state === 'ready' || state === 'reverted')
  const revertible = state === 'committed' && replacedBy === null
  const changed = upload.warnings.some(({ code }) => code === 'preview-changed')
  return (
    <>
      {state === 'receiving' && sending === undefined && <ResumeFile place={place} upload={upload} />}
      {sending?.problem && state === 'receiving' && <ErrorBox problem={sending.problem} />}
      {step.problem && asked === null && <ErrorBox problem={step.problem} />}
      {staging === 'commit' && <p role="status">{t('staging')}</p>}
      <div class="actions">
        {commits && (
          <AgreeButton
            text={t(changed ? 'confirmCommit' : state === 'reverted' ? 'commitAgain' : 'commit')}
            busy={step.busy}
            blocked={blocked}
            onAgree={() => (restates ? setAsked('restate') : void take(() => commitUpload(place, preview)))}
          />
        )}
        {preview !== null && <ButtonLink href={previewHref(view, preview)}>{t('seePreview')}</ButtonLink>}
        {sending?.phase === 'broken' && state === 'receiving' && (
          <Button kind="main" onClick={() => resumeSending(place.id)}>
            {t('continue')}
          </Button>
        )}
        {checkable.includes(state) && <Button onClick={onCheck}>{t('checkAgain')}</Button>}
        {state === 'reverted' && !commits && (
          <Button
            kind="main"
            disabled={step.busy || staging !== null}
            onClick={() => void take(() => previewUpload(place, 'commit'), 'commit')}
          >
            {t('previewCommit')}
          </Button>
        )}
        {revertible && (
          <FileButton disabled={step.busy} onFiles={([file]) => file && void replace(file)}>
            {t('replace')}
          </FileButton>
        )}
        {revertible && (
          <Button kind="danger" disabled={step.busy || !known} onClick={askRevert}>
            {t('previewRevert')}
          </Button>
        )}
        {cancellable.includes(state) && (
          <Button kind="plain" disabled={step.busy} onClick={() => setAsked('cancel')}>
            {t('cancelUpload')}
          </Button>
        )}
      </div>
      {revertible && <p class="quiet small">{t('replaceText')}</p>}
      {asked === 'cancel' && (
        <CancelDialog step={step} onConfirm={() => void take(cancel)} onClose={() => setAsked(null)} />
      )}
      {asked === 'restate' && commits && (
        <RestateDialog
          upload={upload}
          step={step}
          onConfirm={(reason) => void take(() => commitUpload(place, preview, reason))}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'revert' && (
        <RevertDialog
          view={view}
          upload={upload}
          staging={staging !== null}
          blocked={blocked}
          step={step}
          onConfirm={(reason) => preview !== null && void take(() => revertUpload(place, preview, reason))}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}
