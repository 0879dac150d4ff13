import type { ComponentChildren } from 'preact'
import type { Upload } from '../../../../functions/contract/upload.ts'
import { t as figures } from '../../messages/upload-figures.ts'
import { t } from '../../messages/uploads.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorBox } from '../../ui/states.tsx'
import { ChangeTable } from './change-table.tsx'
import type { useStep } from './use-step.ts'
import { Warnings } from './warnings.tsx'

type ConfirmProps = {
  title: string
  text: string
  confirm: string
  step: ReturnType<typeof useStep>
  onConfirm: () => void
  onClose: () => void
  /** What is asked about is there to be seen. */
  ready?: boolean
  children?: ComponentChildren
}

function Confirm({ title, text, confirm, step, onConfirm, onClose, ready = true, children }: ConfirmProps) {
  const actions = (
    <>
      <Button onClick={onClose}>{t('keep')}</Button>
      <Button kind="danger" disabled={step.busy || !ready} onClick={onConfirm}>
        {confirm}
      </Button>
    </>
  )
  return (
    <Dialog title={title} onClose={onClose} actions={actions}>
      <p>{text}</p>
      {children}
      {step.problem && <ErrorBox problem={step.problem} />}
    </Dialog>
  )
}

type Asked = Pick<ConfirmProps, 'step' | 'onConfirm' | 'onClose'>

export function CancelDialog(asked: Asked) {
  return <Confirm {...asked} title={t('cancelAsk')} text={t('cancelText')} confirm={t('cancelUpload')} />
}

type RevertProps = Asked & { view: View; preview: string | null; warnings: Upload['warnings'] }

/** Shows what the revert changes before it can be agreed to. */
export function RevertDialog({ view, preview, warnings, ...asked }: RevertProps) {
  return (
    <Confirm {...asked} title={t('revertAsk')} text={t('revertText')} confirm={t('revert')} ready={preview !== null}>
      <h3 class="small">{figures('change')}</h3>
      <Warnings warnings={warnings} />
      {preview === null ? (
        warnings.length === 0 && <p role="status">{t('staging')}</p>
      ) : (
        <>
          <ChangeTable view={view} preview={preview} />
          <p>
            <a href={previewHref(view, preview)}>{t('seePreview')}</a>
          </p>
        </>
      )}
    </Confirm>
  )
}

export function previewHref(view: View, preview: string): string {
  return hrefOf('/', { ...view, snapshot: null, preview })
}
